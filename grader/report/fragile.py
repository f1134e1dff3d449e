"""Which checks hold only as long as ready tasks keep their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.catalog import Kata
from grader.verdict import CheckResult, Verdict


@dataclass(frozen=True)
class Fragile:
    """A kata, and its checks that held until ready tasks changed places."""

    kata: Kata
    checks: tuple[CheckResult, ...]


def fragile(
    katas: Sequence[Kata], verdicts: Sequence[Verdict], explored: Sequence[Verdict]
) -> list[Fragile]:
    """Return for each kata the checks that hold in its verdict and fail in the explored one."""
    found = []
    for kata, usual, tried in zip(katas, verdicts, explored, strict=False):
        held = {check.name for check in usual.checks if check.status == "pass"}
        broken = [check for check in tried.checks if check.status in ("fail", "error")]
        found.append(Fragile(kata, tuple(check for check in broken if check.name in held)))
    return found
