"""What one picture shows of a run: the lanes that fit, how many more, and its moments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.judge.wording import number
from grader.report.html.lanes import Group, Lane, lanes_of
from grader.run import Run

MOST_LANES = 12  # of calls, requests and tasks together

_CAME = {
    "cancelled": "after the cancel, CancelledError came out",
    "returned": "after the cancel, it returned",
    "raised": "after the cancel, another error came out",
    "running": "after the cancel, it never ended",
}

GROUPS: tuple[Group, ...] = ("calls", "requests", "tasks", "loop")


@dataclass(frozen=True)
class Band:
    """The lanes of one kind, and how many more there were."""

    group: Group
    lanes: tuple[Lane, ...]
    left_out: int = 0


@dataclass(frozen=True)
class Moment:
    """A moment that a picture marks: a cancel, or where two runs part."""

    at: float
    said: str
    kind: str  # "cancel", "parts"


@dataclass(frozen=True)
class Scene:
    """One run as a picture shows it, in virtual seconds; `came` is what came of a cancel."""

    seconds: float
    bands: tuple[Band, ...]
    moments: tuple[Moment, ...] = ()
    came: str = ""

    @property
    def busy_seconds(self) -> float:
        """How long a picture has to go on for all that it has a lane for, but tasks."""
        lanes = [lane for band in self.bands if band.group != "tasks" for lane in band.lanes]
        ends = [span.end for lane in lanes for span in lane.spans]
        return max(ends, default=self.seconds)


def scene_of(run: Run) -> Scene:
    """Return what a picture shows of a run."""
    lanes = lanes_of(run)
    came = _CAME[run.cut.outcome] if run.cut else ""
    return Scene(_seconds(run, lanes), _bands(lanes), tuple(_cancels(run)), came)


def _seconds(run: Run, lanes: Iterable[Lane]) -> float:
    return max([run.makespan, *(span.end for lane in lanes for span in lane.spans)])


def _bands(lanes: Iterable[Lane]) -> tuple[Band, ...]:
    by_group: dict[Group, list[Lane]] = {group: [] for group in GROUPS}
    for lane in lanes:
        by_group[lane.group].append(lane)
    most = _shares({group: len(some) for group, some in by_group.items()})
    return tuple(_band(group, some, most[group]) for group, some in by_group.items() if some)


def _band(group: Group, lanes: Sequence[Lane], most: int) -> Band:
    if len(lanes) == most + 1:  # to say that there is one more takes as much room as the lane
        most += 1
    return Band(group, tuple(lanes[:most]), max(len(lanes) - most, 0))


def _shares(wanted: dict[Group, int]) -> dict[Group, int]:
    """Return how many lanes each group gets: the small ones all, and the rest is shared."""
    shares: dict[Group, int] = {}
    left = MOST_LANES
    for place, group in enumerate(sorted(wanted, key=lambda group: wanted[group])):
        shares[group] = min(wanted[group], left // (len(wanted) - place))
        left -= shares[group]
    return shares


def _cancels(run: Run) -> Iterable[Moment]:
    if run.cut is None:
        return
    yield Moment(run.cut.at, f"cancelled at {number(run.cut.at)} s", "cancel")
    if run.cut.second_at is not None:
        said = f"cancelled once more at {number(run.cut.second_at)} s"
        yield Moment(run.cut.second_at, said, "cancel")
