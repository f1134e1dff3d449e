"""Whole screens as a learner sees them: real verdicts, the real command line, a terminal's size."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.catalog import Course, Kata
from grader.cli import main
from grader.commands.outside import Outside
from grader.commands.watch import _watch
from grader.runner import Runner
from tests.grader.conftest import COURSES, Stream

SMALL, LARGE = (80, 24), (120, 40)
MISTAKE = "one_after_the_other"


@dataclass
class Learner:
    """Somebody at a terminal, in a course of one kata."""

    course: Course
    runner: Runner
    size: tuple[int, int] = SMALL
    term: str = "xterm"
    terminal: bool = True
    encoding: str = "utf-8"

    @property
    def kata(self) -> Kata:
        return self.course.katas[0]

    def writes(self, answer: Path) -> None:
        shutil.copy(self.course.root / answer, self.course.root / self.kata.stub)

    def makes_a_mistake(self) -> None:
        self.writes(self.kata.mistakes[MISTAKE])

    def solves(self) -> None:
        self.writes(self.kata.reference)

    @property
    def environ(self) -> dict[str, str]:
        columns, lines = map(str, self.size)
        return {"COLUMNS": columns, "LINES": lines, "NO_COLOR": "1", "TERM": self.term}

    @contextmanager
    def _judged_by(self, *_: object) -> Iterator[Runner]:
        yield self.runner

    def sees(self, *argv: str) -> str:
        """Run a command and return what it shows."""
        out = Stream(self.encoding, self.terminal)
        main(
            argv,
            stdin=io.StringIO(),
            stdout=out,
            stderr=Stream(),
            environ=self.environ,
            folder=self.course.root,
            runner=self._judged_by,
        )
        return out.getvalue()

    def watches(self, keys: str = "") -> str:
        """Return the watcher's screen after some keys."""
        out = Stream(self.encoding, terminal=True)
        outside = Outside(out, Stream(), self.environ, self.course.root, self._judged_by)
        watch = _watch(self.course, self.kata, self.runner, outside)
        watch.open(self.kata)
        watch.look_closer()
        watch._seconds = 0.0  # those of this machine
        for key in keys:
            watch.pressed(key)
        rows = watch.screen().split("\n")
        assert len(rows) <= self.size[1]
        return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def bench(tmp_path_factory) -> Iterator[tuple[Course, Runner]]:
    root = tmp_path_factory.mktemp("screens") / "course"
    shutil.copytree(COURSES / "toy", root)
    course = Course(root)
    with Runner(course, course.katas) as runner:
        yield course, runner


@pytest.fixture
def learner(bench) -> Learner:
    course, runner = bench
    shutil.rmtree(course.root / ".katas", ignore_errors=True)
    kata = course.katas[0]
    shutil.copy(COURSES / "toy" / kata.stub, course.root / kata.stub)
    return Learner(course, runner)


def test_check_on_an_untouched_course(learner, golden):
    golden("check_untouched", learner.sees("check"))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_check_after_a_mistake(size, learner, golden):
    learner.makes_a_mistake()
    learner.size = size
    screen = learner.sees("check")
    assert screen.count("\n") < SMALL[1]  # the prompt needs a line too
    golden("check_mistake", screen)  # prose is as wide as it is read best


def test_check_of_the_kata_with_a_mistake(learner, golden):
    learner.makes_a_mistake()
    golden("check_kata_mistake", learner.sees("check", "add_slowly"))


def test_check_after_the_mistake_is_mended(learner, golden):
    learner.solves()
    golden("check_solved", learner.sees("check"))


def test_progress_list_task_and_hint_after_a_mistake(learner, golden):
    learner.makes_a_mistake()
    learner.sees("check")
    for command in ("list", "show", "hint", "progress"):
        golden(command, learner.sees(command))


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_the_watcher_on_a_mistake(size, learner, golden):
    learner.makes_a_mistake()
    learner.size = size
    golden("watch_mistake_{}x{}".format(*size), learner.watches())


@pytest.mark.parametrize(("name", "keys"), [("solved", ""), ("list", "l"), ("hint", "h")])
def test_the_watcher_on_a_right_answer(name, keys, learner, golden):
    learner.solves()
    golden(f"watch_{name}", learner.watches(keys))


def test_a_pipe_gets_the_same_text(learner, golden):
    learner.makes_a_mistake()
    learner.terminal = False
    golden("check_kata_mistake", learner.sees("check", "add_slowly"))


@pytest.mark.parametrize("answer", ["mistake", "solved"])
def test_on_a_dumb_terminal_in_ascii(answer, learner, golden):
    learner.makes_a_mistake() if answer == "mistake" else learner.solves()
    learner.term, learner.encoding = "dumb", "ascii"
    golden(f"dumb_{answer}", learner.sees("check", "add_slowly"))
