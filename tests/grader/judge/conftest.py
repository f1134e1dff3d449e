"""A judge's process for the toy course, and made-up runs for it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.json_line import from_json, to_json
from grader.run import Call, Record, Run
from grader.suite import draw_for
from grader.verdict import Judgement, Verdict

COURSES = Path(__file__).parents[2] / "courses"
TOY = "toys/add_slowly"
TOY_FILES = COURSES / "toy/solutions/01_toys/01_add_slowly"
TOY_STUB = COURSES / "toy/exercises/01_toys/01_add_slowly/add_slowly.py"


class JudgeProcess:
    """The real process, spoken to as the runner does."""

    def __init__(self, root, *katas):
        their_in, our_out = os.pipe()
        our_in, their_out = os.pipe()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "grader.judge", str(their_in), str(their_out), root, *katas],
            pass_fds=(their_in, their_out),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        os.close(their_in)
        os.close(their_out)
        self.writer, self.reader = os.fdopen(our_out, "wb"), os.fdopen(our_in, "rb")
        self.first = self.read()

    def read(self):
        return json.loads(self.reader.readline())

    def ask(self, line):
        self.writer.write(line + b"\n")
        self.writer.flush()
        return self.reader.readline()

    def judge(self, record, source=b"") -> Verdict:
        return from_json(self.ask(to_json(Judgement(record.kata, source, record))), Verdict)

    def close(self):
        self.writer.close()
        printed = self.process.communicate(timeout=30)[0]
        self.reader.close()
        return self.process.returncode, printed


@pytest.fixture(scope="session")
def toy():
    process = JudgeProcess(COURSES / "toy", TOY)
    assert process.first == {"ready": True}
    yield process
    assert process.close() == (0, b"")


@pytest.fixture
def open_judge():
    """Start further judges; each is closed at the end of the test."""
    opened = []

    def start(course, *katas):
        opened.append(JudgeProcess(COURSES / course, *katas))
        return opened[-1]

    yield start
    for process in opened:
        if process.process.returncode is None:
            process.close()


@pytest.fixture
def fetch():
    """Make one spied call of `fetch`."""
    return _fetch


@pytest.fixture
def toy_run():
    """Make the run of a right answer to the toy kata, or of one with other spans or another sum."""
    return _toy_run


@pytest.fixture
def toy_record():
    """Make a record of the toy kata."""
    return lambda *runs, **facts: Record(TOY, runs, **facts)


@pytest.fixture
def mistake():
    """Read one of the toy kata's mistakes."""
    return lambda name: (TOY_FILES / f"mistakes/{name}.py").read_bytes()


@pytest.fixture
def stub():
    """Read the toy kata's stub."""
    return TOY_STUB.read_bytes()


def _fetch(name, start, end, value=0, **facts):
    return Call(
        "fetch", (name,), {}, start, started=start, ended=end, outcome="returned",
        value={"int": hex(value)}, **facts,
    )  # fmt: skip


def _toy_run(*, seed=0, left=(0.0, 1.0), right=(0.0, 2.0), wrong=0, **facts):
    draw = draw_for(TOY, "two_numbers")
    total = draw.number(1, 50) + draw.number(51, 99) + wrong
    given = {
        "makespan": max(left[1], right[1]),
        "value": {"int": hex(total)},
        "calls": (_fetch("left", *left), _fetch("right", *right)),
    }
    return Run("two_numbers", seed=seed, **(given | facts))
