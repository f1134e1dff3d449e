"""The score of several verdicts together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from grader.verdict import Verdict


@dataclass(frozen=True)
class Score:
    """Points out of the most there were; `percent` from 0 to 100."""

    points: float
    max_points: float
    percent: float


def score(verdicts: Iterable[Verdict]) -> Score:
    """Add up verdicts. 100 percent means that every one is solved, never a figure rounded up."""
    judged = list(verdicts)
    got, most = (sum(map(_hundredths, values)) for values in _columns(judged))
    if judged and all(verdict.solved for verdict in judged):
        return Score(got / 100, most / 100, 100.0)
    parts = min(got * 10_000 // most, 9_999) if most else 0
    return Score(got / 100, most / 100, parts / 100)


def _columns(verdicts: list[Verdict]) -> tuple[list[float], list[float]]:
    return [verdict.points for verdict in verdicts], [verdict.max_points for verdict in verdicts]


def _hundredths(points: float) -> int:
    # Whole hundredths add up exactly; 0.1 + 0.2 does not.
    return round(points * 100)
