"""From judged checks to a verdict: points, a known mistake, a sentence where nothing ran."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from grader.catalog import Kata
from grader.errors import CourseError
from grader.judge.meanings import is_slip
from grader.judge.naming import Answers, claims, same_failure
from grader.judge.plugin import NOT_JUDGED
from grader.judge.shape import Shape, shape_of
from grader.judge.troubles import of_trouble
from grader.run import Record, Trouble
from grader.verdict import CheckResult, Judgement, Verdict

MOST_OUTPUT = 20_000  # characters of what a submission printed

_EARNS_NOTHING = "Not judged: it counts once another check passes."
_NOTHING_RECORDED = Trouble("lost", "Nothing was recorded of your code. Run it again.")


@dataclass(frozen=True)
class Expected:
    """A check on the list that a submission is scored by."""

    name: str
    sentence: str
    free: bool = False
    catches: tuple[str, ...] = ()


class Assessor:
    """Makes the verdicts of one kata. What it reads of the course it reads once."""

    def __init__(self, kata: Kata, expected: Sequence[Expected]) -> None:
        self.kata = kata
        self.expected = tuple(expected)
        self.points = kata.points
        self.stretch = kata.stretch
        self._claims = claims((check.name, check.catches) for check in expected)

    def assess(self, judgement: Judgement, results: Mapping[str, CheckResult]) -> Verdict:
        """Return the verdict; a check of the list without a result earns nothing."""
        record, submission = judgement.record, shape_of(judgement.source)
        if not record.runs:
            return self._unjudged(record)
        checks = _earned([results.get(check.name) or _missing(check) for check in self.expected])
        passed = sum(check.status == "pass" for check in checks)
        unwritten = _unwritten(checks, submission)
        mistake = None if unwritten else self._mistake(checks, record, submission)
        return Verdict(
            kata=self.kata.id,
            status="pass" if passed == len(checks) else "fail",
            points=round(self.points * passed / len(checks), 2),
            max_points=self.points,
            checks=tuple(checks),
            message=unwritten or _message(checks, record),
            mistake=mistake,
            explanation=self._answers.wrong[mistake].docstring if mistake else "",
            output=_output(record),
            not_started=bool(unwritten),
            stretch=self.stretch,
        )

    def _unjudged(self, record: Record) -> Verdict:
        """Return the verdict of a submission of which no run exists."""
        told = of_trouble(record.trouble or _NOTHING_RECORDED)
        return Verdict(
            kata=self.kata.id,
            status="error",
            points=0.0,
            max_points=self.points,
            checks=tuple(_missing(check) for check in self.expected),
            message=told.message,
            output=_output(record),
            stretch=self.stretch,
        )

    @cached_property
    def _answers(self) -> Answers:
        right = (self.kata.reference, *self.kata.variants.values())
        shapes = {path: self._shape(path) for path in (*right, *self.kata.mistakes.values())}
        wrong = {name: shapes[path] for name, path in self.kata.mistakes.items()}
        return Answers(
            [shape for path in right if (shape := shapes[path]) is not None],
            {name: shape for name, shape in wrong.items() if shape is not None},
        )

    def _shape(self, path: Path) -> Shape | None:
        place = self.kata.root / path
        return shape_of(_read(place)) if place.exists() else None

    def _mistake(
        self, checks: Sequence[CheckResult], record: Record, submission: Shape | None
    ) -> str | None:
        failed = frozenset(check.name for check in checks if check.status == "fail")
        found = same_failure(self._claims, failed)
        if submission is None or not found:
            return None
        # A misspelt name fails whatever it comes across: that says nothing about the idea.
        sure = not any(run.error is not None and is_slip(run.error) for run in record.runs)
        return self._answers.named(submission, found, sure=sure)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror}).") from error


def _missing(check: Expected) -> CheckResult:
    return CheckResult(check.name, check.sentence, "skip", NOT_JUDGED, free=check.free)


def _earned(checks: list[CheckResult]) -> list[CheckResult]:
    """Take a free check that passed away where the task itself shows nothing that works."""
    if any(check.status == "pass" and not check.free for check in checks):
        return checks
    return [
        replace(check, status="skip", message=_EARNS_NOTHING)
        if check.free and check.status == "pass"
        else check
        for check in checks
    ]


def _unwritten(checks: Sequence[CheckResult], submission: Shape | None) -> str:
    """Return that nothing is written yet, or "".

    The stub is no help here: it is the file that the learner edits.
    """
    if submission is None or submission.unwritten is None:
        return ""
    if any(check.status == "pass" and not check.free for check in checks):
        return ""
    return f"Not started yet: `{submission.unwritten}` still raises NotImplementedError."


def _message(checks: Sequence[CheckResult], record: Record) -> str:
    if record.trouble is not None:
        return of_trouble(record.trouble).message
    return next((check.message for check in checks if check.status == "error"), "")


def _output(record: Record) -> str:
    # Further runs print the same again, or nearly.
    text = record.output or "".join(run.output for run in record.runs if run.take == (0, 0, 0))
    return text if len(text) <= MOST_OUTPUT else f"{text[:MOST_OUTPUT]}\n... (cut)"
