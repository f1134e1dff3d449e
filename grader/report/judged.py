"""A kata with its verdict, and what a page says about both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from grader.catalog import Kata
from grader.report.advice import Advice
from grader.verdict import CheckResult, Verdict


@dataclass(frozen=True)
class Judged:
    """One kata, judged. `file` and `readme` are paths as they are typed; `task` is one sentence."""

    kata: Kata
    verdict: Verdict
    file: str
    readme: str = ""
    task: str = ""

    @property
    def failed(self) -> list[CheckResult]:
        """The checks that were judged and did not pass, in the suite's order."""
        return [check for check in self.verdict.checks if check.status in ("fail", "error")]


@dataclass(frozen=True)
class Session:
    """One run of `check`. `news` are the katas solved since last time, `source` a foreign tree.

    `solutions` says that the course has them.
    """

    judged: Sequence[Judged]
    advice: Advice = field(default_factory=Advice)
    news: Sequence[Judged] = ()
    source: str = ""
    solutions: bool = False
    seconds: float | None = None

    @property
    def next(self) -> Judged | None:
        """The first kata that is not solved."""
        return next((item for item in self.judged if not item.verdict.solved), None)
