"""What a submission got: the verdict, its checks and the picture of what happened in time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from grader.run import Record, Where

VERSION = 1

# How a message begins about a coroutine that nobody awaited, where that is no cause of the rest: an
# error came in between, or it was handed over.
LEFT_BEHIND = "The coroutine `"


@dataclass(frozen=True)
class Bar:
    """One line of a timeline: what ran from `start` to `end` (virtual s; None: to the end)."""

    label: str
    start: float
    end: float | None
    note: str = ""


@dataclass(frozen=True)
class CheckResult:
    """One check of a suite, judged. `sentence` is what the learner can say when it passes."""

    name: str
    sentence: str
    status: Literal["pass", "fail", "error", "skip"]
    message: str = ""  # one line: what went wrong
    expected: str = ""
    got: str = ""
    because: str = ""
    where: Where | None = None
    virtual_seconds: float | None = None  # makespan of the run that was judged
    schedule: int = 0  # seed of the run in which it failed
    depends: str = ""  # on which schedules it fails, where it holds under others
    free: bool = False  # one of the checks that judge every run (U1 to U9)
    timeline: tuple[Bar, ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()  # who waits for each other: a sentence for each
    scenario: str = ""  # the experiment whose run was judged
    take: tuple[int, int, int] = (0, 0, 0)  # which run: seed, cancelled point, point cut again


@dataclass(frozen=True)
class Verdict:
    """A submission's result. `points` counts passed checks out of the expected list."""

    kata: str
    status: Literal["pass", "fail", "error"]
    points: float
    max_points: float
    checks: tuple[CheckResult, ...]
    message: str = ""  # why there is no more to say: "the file does not compile: ..."
    mistake: str | None = None  # a known wrong answer that fails in the same way
    explanation: str = ""  # what that mistake means
    output: str = ""  # what the submission printed
    not_started: bool = False  # the stub as it was handed out
    stretch: bool = False  # of a kata that is extra: no score counts it
    version: int = VERSION

    @property
    def solved(self) -> bool:
        """True when every expected check passed."""
        return self.status == "pass"

    @property
    def passed(self) -> int:
        """How many checks passed."""
        return sum(check.status == "pass" for check in self.checks)


@dataclass(frozen=True)
class Judgement:
    """What the judge is told: a source text (only read, never run) and what was recorded of it."""

    kata: str
    source: bytes
    record: Record
