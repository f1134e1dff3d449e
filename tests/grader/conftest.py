"""A tiny course, made-up verdicts, and a command line with a fake runner."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from grader.catalog import Course, Kata
from grader.cli import main
from grader.plan import USUAL, Plan
from grader.run import Record
from grader.verdict import CheckResult, Verdict

COURSES = Path(__file__).parents[1] / "courses"


@pytest.fixture
def golden(request) -> Callable[[str, str], None]:
    """Compare a text with `golden/NAME.txt` beside the test; KATAS_WRITE_GOLDEN=1 writes it."""

    def compare(name: str, text: str) -> None:
        path = request.path.parent / "golden" / f"{name}.txt"
        if os.environ.get("KATAS_WRITE_GOLDEN"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def three(tmp_path: Path) -> Course:
    """A course of three katas in a folder of its own."""
    return copied("three", tmp_path)


@pytest.fixture
def starred(tmp_path: Path) -> Course:
    """A course of four katas, the second and the last of them stretch."""
    return copied("starred", tmp_path)


def copied(name: str, to: Path) -> Course:
    root = to / "course"
    shutil.copytree(COURSES / name, root)
    return Course(root)


def solved(kata: Kata, checks: int = 2) -> Verdict:
    """Return the verdict of a right answer."""
    passed = tuple(CheckResult(f"test_{n}", f"Law {n} holds", "pass") for n in range(checks))
    return Verdict(kata.id, "pass", kata.points, kata.points, passed, stretch=kata.stretch)


def untouched(kata: Kata) -> Verdict:
    """Return the verdict of the stub as it was handed out."""
    failed = CheckResult("test_0", "Law 0 holds", "fail", "It is not started yet.")
    return Verdict(
        kata.id, "fail", 0, kata.points, (failed,), not_started=True, stretch=kata.stretch
    )


def failing(kata: Kata, *checks: CheckResult, **fields: Any) -> Verdict:
    """Return the verdict of a wrong answer with these checks."""
    checks = checks or (CheckResult("test_0", "Law 0 holds", "fail", "It does not."),)
    passed = sum(check.status == "pass" for check in checks)
    points = round(kata.points * passed / len(checks), 2)
    return Verdict(kata.id, "fail", points, kata.points, checks, stretch=kata.stretch, **fields)


@dataclass
class FakeRunner:
    """Judges as it was told; a kata it knows nothing of is untouched, an exception is raised."""

    answers: dict[str, Verdict | BaseException] = field(default_factory=dict)
    asked: list[Path] = field(default_factory=list)
    open: bool = False
    plans: list[Plan] = field(default_factory=list)
    explored: dict[str, Verdict] = field(default_factory=dict)
    records: dict[Path, Record] = field(default_factory=dict)
    recorded: list[tuple[Path, Plan]] = field(default_factory=list)

    def __call__(self, course: Course, katas: Sequence[Kata]) -> FakeRunner:
        self.katas = {kata.id: kata for kata in katas}
        return self

    def __enter__(self) -> FakeRunner:
        self.open = True
        return self

    def __exit__(self, *_: object) -> None:
        self.open = False

    def start(self) -> None:
        assert self.open

    def judge_all(
        self, answers: Sequence[tuple[Kata, Path]], plan: Plan = USUAL
    ) -> Iterator[Verdict]:
        self.plans.append(plan)
        for kata, path in answers:
            usual = self.judge(kata, path)
            yield self.explored.get(kata.id, usual) if plan.explore else usual

    def record(self, kata: Kata, path: Path, plan: Plan = USUAL) -> Record:
        self.recorded.append((path, plan))
        return self.records.get(path, Record(kata.id))

    def judge(self, kata: Kata, path: Path) -> Verdict:
        self.asked.append(path)
        answer = self.answers.get(kata.id) or untouched(kata)
        if isinstance(answer, BaseException):
            raise answer
        return answer


class Stream(io.StringIO):
    """A stream with an encoding, which may be a terminal."""

    def __init__(self, encoding: str = "utf-8", terminal: bool = False) -> None:
        super().__init__()
        self._encoding, self._terminal = encoding, terminal

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding

    def isatty(self) -> bool:
        return self._terminal


@dataclass
class Result:
    """What a command left: its exit code and what it said."""

    code: int
    out: str
    err: str


@dataclass
class Katas:
    """Runs commands in a course with a fake runner."""

    course: Course
    runner: FakeRunner

    def __call__(
        self,
        *argv: str,
        terminal: bool = False,
        encoding: str = "utf-8",
        environ: Mapping[str, str] | None = None,
        folder: Path | None = None,
        stdout: Any = None,
        stdin: str = "",
    ) -> Result:
        out = stdout or Stream(encoding, terminal)
        err = Stream(encoding, terminal)
        typed = Stream(encoding, terminal)
        typed.write(stdin)
        typed.seek(0)
        code = main(
            argv,
            stdin=typed,
            stdout=out,
            stderr=err,
            environ=environ or {},
            folder=folder or self.course.root,
            runner=self.runner,
        )
        return Result(code, out.getvalue() if isinstance(out, Stream) else "", err.getvalue())


@pytest.fixture
def katas(three: Course) -> Katas:
    """A command line in the course of three."""
    return Katas(three, FakeRunner())


@pytest.fixture
def starred_katas(starred: Course) -> Katas:
    """A command line in the course with stretch katas."""
    return Katas(starred, FakeRunner())


class Made:
    """Makers of made-up verdicts and streams."""

    solved = staticmethod(solved)
    untouched = staticmethod(untouched)
    failing = staticmethod(failing)
    stream = Stream


@pytest.fixture
def made() -> Made:
    """Makers of verdicts and streams, for modules that cannot import this one."""
    return Made()
