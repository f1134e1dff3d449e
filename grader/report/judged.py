"""A kata with its verdict, and what a page says about both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from grader.catalog import Kata
from grader.report.advice import Advice
from grader.run import Where
from grader.verdict import LEFT_BEHIND, Bar, CheckResult, Verdict

NEVER_AWAITED = "test_free_everything_awaited"


def _is_cause(check: CheckResult) -> bool:
    is_told = (check.name, check.status) == (NEVER_AWAITED, "fail")
    return is_told and not check.message.startswith(LEFT_BEHIND)


@dataclass(frozen=True)
class Judged:
    """One kata, judged. `file` and `readme` are paths as they are typed; `task` is one sentence.

    `expected` holds, by the name of a failed check, the timeline of a right answer.
    `to_write` is the line of a stub where writing begins.
    `lost` says that it was solved once and fails now, as `regression` does; `blank` that there is
    no file, or nothing in it.
    """

    kata: Kata
    verdict: Verdict
    file: str
    readme: str = ""
    task: str = ""
    expected: Mapping[str, tuple[Bar, ...]] = field(default_factory=dict)
    lost: str = ""
    blank: bool = False
    to_write: int | None = None

    @property
    def chapter_page(self) -> str:
        """The page of the kata's chapter, beside the kata's folder, as it is typed."""
        *folders, _, page = self.readme.split("/")
        return "/".join([*folders, page])

    @property
    def failed(self) -> list[CheckResult]:
        """The checks that were judged and did not pass: causes, then the suite's order."""
        return [check for check in self.checks if check.status in ("fail", "error")]

    @property
    def checks(self) -> list[CheckResult]:
        """All checks. What was never awaited comes first: other failures follow from it.

        Unless that follows itself from something else.
        """
        return sorted(self.verdict.checks, key=lambda check: not _is_cause(check))

    @property
    def replay(self) -> str:
        """The option that shows the run of the first failure again; "" in asyncio's own order."""
        seeds = [check.schedule for check in self.failed if check.schedule]
        return f"--schedule {seeds[0]}" if seeds else ""

    @property
    def where(self) -> Where | None:
        """The line of the learner's file that the first failing check with one names."""
        named = (check.where for check in self.failed if check.where is not None)
        return next((where for where in named if where.path == self.kata.filename), None)


@dataclass(frozen=True)
class Session:
    """One run of `check`. `news` are the katas solved since last time, `source` a foreign tree.

    `solutions` says that the course has them, `named` that these katas alone were asked for.
    """

    judged: Sequence[Judged]
    advice: Advice = field(default_factory=Advice)
    news: Sequence[Judged] = ()
    source: str = ""
    solutions: bool = False
    named: bool = False
    seconds: float | None = None

    @property
    def core(self) -> list[Judged]:
        """The katas that count."""
        return [item for item in self.judged if not item.kata.stretch]

    @property
    def stretch(self) -> list[Judged]:
        """The katas that are extra."""
        return [item for item in self.judged if item.kata.stretch]

    @property
    def is_done(self) -> bool:
        """True when nothing that counts is left to solve."""
        return all(item.verdict.solved for item in self.core)

    @property
    def next(self) -> Judged | None:
        """The first kata that is not solved; a stretch kata, best one begun, when no other is."""
        left = [item for item in self.core if not item.verdict.solved]
        beside = [item for item in self.stretch if not item.verdict.solved]
        begun = [item for item in beside if not item.verdict.not_started]
        return next(iter([*left, *begun, *beside]), None)
