"""Grading: a warm verdict, whole commands, and a bare pytest process beside them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.table import middle, milliseconds, ratio, show
from grader.catalog import EXERCISES, SOLUTIONS, SUITES, Course, Kata, find_course
from grader.errors import GraderError
from grader.runner import Runner

ROOT = Path(__file__).parent.parent
WARM_VERDICTS = 200
SAVE_SECONDS = 0.1  # between two verdicts, as when a learner saves: the worker has got ready
TRIVIAL_TEST = """\
import asyncio

async def test_nothing():
    await asyncio.sleep(0)
"""
TRIVIAL_TEST_WITH_HTTP = f"import aioresponses, freezegun\n{TRIVIAL_TEST}"
# The plugins of this project and no others: looptime's is here for the other benchmark only.
PYTEST = ("-m", "pytest", "-q", "-p", "pytest_asyncio.plugin", "-p", "pytest_timeout")
PYTEST_SETTINGS = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n"


@dataclass
class Measured:
    """A thing that is timed: seconds of each repetition, or why there are none."""

    name: str
    action: Callable[[], object]
    pause: float = 0.0  # seconds before it, not counted
    samples: list[float] = field(default_factory=list)
    trouble: str = ""

    def repeat_once(self) -> None:
        """Time one repetition; what goes wrong is noted and ends the repetitions."""
        if self.trouble:
            return
        time.sleep(self.pause)
        began = time.perf_counter()
        try:
            self.action()
        except (GraderError, OSError, subprocess.SubprocessError) as error:
            self.trouble = str(error)
        else:
            self.samples.append(time.perf_counter() - began)


def command(*arguments: str, cwd: Path) -> Callable[[], object]:
    """Return an action that runs Python once; any exit code but 0 counts as trouble."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),  # the copy of the course has no grader
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }

    def run() -> None:
        line = [sys.executable, *arguments]
        done = subprocess.run(
            line, cwd=cwd, env=environment, capture_output=True, stdin=subprocess.DEVNULL
        )
        if done.returncode != 0:
            said = done.stderr.decode(errors="replace").strip().splitlines()
            raise OSError(said[-1] if said else f"exit code {done.returncode}")

    return run


def commands(course: Path, bare: Path, bare_with_http: Path) -> list[Measured]:
    """Return what is run in processes of its own; the floor, a bare pytest and then ours."""
    ours = {
        "check, cold, all references": ("check", "--from", SOLUTIONS),
        "check, cold, all stubs": ("check",),
        "list": ("list",),
        "show": ("show",),
        "hint": ("hint",),
    }
    return [
        Measured("python -c pass", command("-c", "pass", cwd=course)),
        Measured("pytest, one trivial async test", command(*PYTEST, cwd=bare)),
        Measured("the same, aioresponses, freezegun", command(*PYTEST, cwd=bare_with_http)),
        *(
            Measured(name, command("-m", "grader", *arguments, cwd=course))
            for name, arguments in ours.items()
        ),
    ]


def copy_of_the_course(folder: Path) -> Path:
    """Return a copy of everything that is graded: `hint` and `check` write down progress."""
    for part in (EXERCISES, SOLUTIONS, str(SUITES)):
        shutil.copytree(ROOT / part, folder / part)
    for file in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / file, folder / file)
    return folder


def bare_pytest(folder: Path, test: str) -> Path:
    """Return a folder with one trivial async test and nothing else."""
    folder.mkdir()
    (folder / "pytest.ini").write_text(PYTEST_SETTINGS, encoding="utf-8")
    (folder / "test_nothing.py").write_text(test, encoding="utf-8")
    return folder


def warm_verdicts(course: Course, repetitions: int, pause: float) -> list[Measured]:
    """Judge each reference again and again with the processes warm; one line per kata."""
    measured = []
    with Runner(course, course.katas) as runner:
        for kata in course.katas:
            item = Measured(f"  {kata.number} {kata.id}", _judging(runner, course, kata), pause)
            item.repeat_once()  # the first one warms up
            item.samples.clear()
            measured.append(item)
        for _ in range(repetitions):
            for item in measured:
                item.repeat_once()
    return measured


def _together(name: str, items: list[Measured]) -> Measured:
    samples = [sample for item in items for sample in item.samples]
    return Measured(name, lambda: None, samples=samples, trouble=items[0].trouble)


def _judging(runner: Runner, course: Course, kata: Kata) -> Callable[[], object]:
    return lambda: runner.judge(kata, course.root / kata.reference)


def _row(item: Measured, floor: float | None) -> list[str]:
    samples = sorted(item.samples)
    took = middle(samples)
    slow = samples[int(len(samples) * 0.95)] if samples else None
    return [item.name, milliseconds(took), milliseconds(slow), ratio(took, floor), item.trouble]


def main(rounds: int) -> None:
    """Measure in turns and print the table."""
    course = find_course(ROOT)
    repetitions = max(1, WARM_VERDICTS // max(1, len(course.katas)))
    with tempfile.TemporaryDirectory() as temporary:
        bare = bare_pytest(Path(temporary, "bare"), TRIVIAL_TEST)
        with_http = bare_pytest(Path(temporary, "with_http"), TRIVIAL_TEST_WITH_HTTP)
        items = commands(copy_of_the_course(Path(temporary, "course")), bare, with_http)
        for _ in range(rounds):
            for item in items:
                item.repeat_once()
    try:
        warm = warm_verdicts(course, repetitions, SAVE_SECONDS)
        in_bulk = warm_verdicts(course, repetitions, 0)
    except GraderError as error:
        warm = in_bulk = [Measured("warm verdicts", lambda: None, trouble=str(error))]
    pytest_took = middle(items[1].samples)
    per_kata = f"A bare pytest per kata would take {len(course.katas)} times its line."
    show(
        f"Grading: {len(course.katas)} katas",
        ["what", "median ms", "95 % ms", "of bare pytest", ""],
        [
            _row(item, pytest_took)
            for item in (
                *items,
                _together("one kata, warm, in bulk", in_bulk),
                _together("one kata, warm", warm),
                *warm,
            )
        ],
        f"Commands: {rounds} times each, in turns, in new processes. {per_kata}\n"
        f"Warm: {repetitions} verdicts on each reference, in turns, {SAVE_SECONDS:g} s apart;"
        " in bulk: one right after the other.",
    )
