"""How long a silent child is waited for."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import chain, repeat

import pytest

from grader.lines import Lines
from grader.worker import limits, processes
from grader.worker.listening import Attempt, listen


@pytest.fixture
def silent():
    """A child that never says a word: its process id, and the pipe from it."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    lines, theirs = os.pipe()
    yield process.pid, lines
    process.kill()
    process.communicate()
    os.close(lines)
    os.close(theirs)


def test_a_silent_child_has_time_as_long_as_it_computes(silent, monkeypatch):
    looks = []
    spent = chain([0.0, 1.0, 2.0, 3.0], repeat(3.0))

    def processor_seconds(pid):
        looks.append(next(spent))
        return looks[-1]

    monkeypatch.setattr(processes, "processor_seconds", processor_seconds)
    monkeypatch.setattr(limits, "WALL_SECONDS_HARD", 0.0)
    pid, pipe = silent
    assert listen(pid, pipe, "token", Attempt(), Lines(pipe))
    assert looks == [0.0, 1.0, 2.0, 3.0, 3.0]


def test_a_silent_child_has_no_time_once_nobody_waits(silent):
    jobs, theirs = os.pipe()
    os.close(theirs)
    assert listen(*silent, "token", Attempt(), Lines(jobs))
    os.close(jobs)
