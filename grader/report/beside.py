"""Two timelines on one scale: what a submission did, beside what a right answer does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.judge.difference import A_RIGHT_ANSWER, difference
from grader.report.picture import (
    ASCII,
    UNICODE,
    Column,
    drawn,
    lanes_of,
    last_moment,
    noted,
    scale_of,
)
from grader.verdict import Bar

YOURS = "yours"


@dataclass(frozen=True)
class PairOfRows:
    """One lane in both timelines; either drawing may be empty."""

    label: str
    yours: str
    right: str
    note: str = ""


@dataclass(frozen=True)
class Pair:
    """Two pictures of equal scale. `mark` stands below the moment at which they part."""

    rows: tuple[PairOfRows, ...]
    scale: str
    mark: str
    said: str
    left_out: int = 0


def pair(
    yours: Sequence[Bar],
    right: Sequence[Bar],
    *,
    columns: int,
    until: float | None = None,
    most: int = 8,
    unicode: bool = True,
) -> Pair | None:
    """Draw both, each in `columns`, to the last end of all or `until` (virtual s).

    At most `most` lanes are drawn, those that differ first. None where the two are alike.
    """
    parting = difference(yours, right)
    if parting is None:
        return None
    column = Column(last_moment([*yours, *right], until), columns)
    strokes = UNICODE if unicode else ASCII
    lanes = _paired(lanes_of(yours), lanes_of(right))
    rows = tuple(
        PairOfRows(
            (mine or theirs)[0].label,
            drawn(mine, column, strokes),
            drawn(theirs, column, strokes),
            _note(mine, theirs),
        )
        for mine, theirs in _chosen(lanes, most)
    )
    mark = " " * column.at(parting.at) + "^"
    return Pair(rows, scale_of(column), mark, parting.said, max(len(lanes) - most, 0))


Lanes = Sequence[Sequence[Bar]]
LanePair = tuple[Sequence[Bar], Sequence[Bar]]


def _paired(yours: Lanes, right: Lanes) -> list[LanePair]:
    """Return the lanes of both sides by name: the first of a name beside the first."""
    left = list(right)
    pairs: list[LanePair] = []
    for lane in yours:
        match = next((other for other in left if other[0].label == lane[0].label), None)
        if match is not None:
            left.remove(match)
        pairs.append((lane, match or ()))
    return [*pairs, *(((), lane) for lane in left)]


def _chosen(lanes: Sequence[LanePair], most: int) -> list[LanePair]:
    differ = [n for n, (mine, theirs) in enumerate(lanes) if list(mine) != list(theirs)]
    alike = [n for n in range(len(lanes)) if n not in differ]
    return [lanes[n] for n in sorted([*differ, *alike][:most])]


def _note(mine: Sequence[Bar], theirs: Sequence[Bar]) -> str:
    """Return what is noted of a lane. It stands at the end of both, so it says of which it is."""
    yours, right = noted(mine), noted(theirs)
    if yours == right or not theirs:
        return yours
    whose = ((YOURS, yours), (A_RIGHT_ANSWER, right))
    return "; ".join(f"{who}: {note}" for who, note in whose if note)
