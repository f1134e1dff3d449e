"""From a save to the screen: `watch` on a terminal of ours, beside a cold `check` of one kata."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.grading import ROOT, Measured, command, copy_of_the_course
from benchmarks.table import middle, milliseconds, ratio, show
from grader.catalog import Course, Kata, find_course

SAVES = 6  # of each kata; every other one is right
PAUSE_SECONDS = 0.25  # between two saves: nobody types faster
PATIENCE_SECONDS = 30.0
BOUND_MS = 150

DRAWN = b"q quit"  # the last words of every screen
SOLVED = b"Solved. Press n"  # on that of a right answer only


class NotDrawn(OSError):
    """Raised when a save never showed."""


@contextmanager
def watching(course: Path) -> Iterator[int]:
    """Run `watch` in a course; yields our end of its terminal once the first screen is there."""
    master, slave = os.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    process = subprocess.Popen(
        [sys.executable, "-m", "grader", "watch"],
        cwd=course,
        env=environment,
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    try:
        until_drawn(master)
        yield master
    finally:
        os.write(master, b"q")
        process.wait()
        os.close(master)


def until_drawn(master: int, *, solved: bool = False) -> None:
    """Read until a whole screen has been drawn that says `solved`, or says it not.

    A wrong answer's screen comes twice: the second one has a right answer's timeline beside its
    own.
    """
    read = b""
    while not any((SOLVED in screen) == solved for screen in read.split(DRAWN)[:-1]):
        ready, _, _ = select.select([master], [], [], PATIENCE_SECONDS)
        if not ready:
            raise NotDrawn("no screen came")
        read += os.read(master, 65536)


def saves(kata: Kata, course: Path, master: int) -> list[float]:
    """Return the seconds from each save of a kata's file to its screen."""
    answers = [(course / kata.reference).read_bytes()]
    answers += [(course / path).read_bytes() for path in kata.mistakes.values()]
    samples = []
    for number in range(SAVES + 1):
        time.sleep(PAUSE_SECONDS)
        # A right answer, a wrong one, a right one: the screen is another one each time.
        is_right = bool(number % 2)
        answer = answers[0] if is_right else answers[1 + number // 2 % (len(answers) - 1)]
        began = time.perf_counter()
        (course / kata.stub).write_bytes(answer)
        until_drawn(master, solved=is_right)
        samples.append(time.perf_counter() - began)
    return samples[1:]  # the first one warms up


def main(rounds: int) -> None:
    """Measure every kata once (`rounds` counts the cold commands) and print the table."""
    course = find_course(ROOT)
    with tempfile.TemporaryDirectory() as temporary:
        copy = Course(copy_of_the_course(Path(temporary, "course")))
        cold = Measured(
            "check of one kata, cold",
            command("-m", "grader", "check", copy.katas[0].slug, cwd=copy.root),
        )
        for _ in range(rounds):
            cold.repeat_once()
        rows = []
        everything: list[float] = []
        with watching(copy.root) as master:
            for kata in copy.katas:
                samples = saves(kata, copy.root, master)
                everything += samples
                rows.append(_row(f"  {kata.number} {kata.id}", samples, cold))
    show(
        "From a save to the screen",
        ["what", "median ms", "95 % ms", "most ms", "of a cold check"],
        [_row(cold.name, cold.samples, cold), _row("a save, all katas", everything, cold), *rows],
        f"{SAVES} saves of each of {len(course.katas)} katas, right and wrong answers in turns,"
        f" {PAUSE_SECONDS:g} s apart. The bound is {BOUND_MS} ms at the median.",
    )


def _row(name: str, samples: list[float], cold: Measured) -> list[str]:
    ordered = sorted(samples)
    slow, most = ordered[int(len(ordered) * 0.95)], ordered[-1]
    median = middle(ordered)
    figures = [milliseconds(median), milliseconds(slow), milliseconds(most)]
    return [name, *figures, ratio(median, middle(cold.samples))]
