"""The score of several verdicts together. Stretch katas stand beside it, never in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.verdict import Verdict


@dataclass(frozen=True)
class Score:
    """Points out of the most there were; `percent` from 0 to 100."""

    points: float
    max_points: float
    percent: float


@dataclass(frozen=True)
class Stretch:
    """How many stretch katas were judged, how many are solved, and their points."""

    solved: int
    katas: int
    points: float
    max_points: float


def score(verdicts: Iterable[Verdict]) -> Score:
    """Add up the verdicts on all katas but stretch ones.

    100 percent means that every one is solved, never a figure rounded up; also where nothing but
    stretch katas was judged, for they hold nobody up.
    """
    judged = list(verdicts)
    core = [verdict for verdict in judged if not verdict.stretch]
    return _total(core) if core or not judged else Score(0.0, 0.0, 100.0)


def stretch(verdicts: Iterable[Verdict]) -> Stretch:
    """Add up the verdicts on stretch katas."""
    extra = [verdict for verdict in verdicts if verdict.stretch]
    total = _total(extra)
    solved = sum(verdict.solved for verdict in extra)
    return Stretch(solved, len(extra), total.points, total.max_points)


def percent(verdict: Verdict) -> float:
    """Return the share of its own points that one kata got, stretch or not."""
    return _total([verdict]).percent


def _total(verdicts: Sequence[Verdict]) -> Score:
    got = sum(_hundredths(verdict.points) for verdict in verdicts)
    most = sum(_hundredths(verdict.max_points) for verdict in verdicts)
    if verdicts and all(verdict.solved for verdict in verdicts):
        return Score(got / 100, most / 100, 100.0)
    parts = min(got * 10_000 // most, 9_999) if most else 0
    return Score(got / 100, most / 100, parts / 100)


def _hundredths(points: float) -> int:
    # Whole hundredths add up exactly; 0.1 + 0.2 does not.
    return round(points * 100)
