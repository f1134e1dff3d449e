"""Who computes on a machine that has much to do is not taken for somebody who waits."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import chain, repeat

import pytest

from grader.lines import Lines
from grader.worker import limits, processes, server

ALARM = """
import os, signal, sys, time
from grader.worker import limits

def stop(trouble):
    print("stopped:", trouble.kind)
    sys.exit()

limits.apply(stop)
limits.rewind()
end = time.process_time() + limits.BUSY_SECONDS
while time.process_time() < end:
    pass
for _ in range(2):
    print("alarm")
    signal.getsignal(signal.SIGALRM)(signal.SIGALRM, None)
"""


def test_the_alarm_stops_only_who_has_not_computed_since_the_last_one():
    done = subprocess.run(
        [sys.executable, "-c", ALARM], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.splitlines() == ["alarm", "alarm", "stopped: stuck"]


@pytest.fixture
def silent():
    """A child that never says a word."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    lines, theirs = os.pipe()
    yield server.Spare(process.pid, -1, lines)
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
    assert server._listen(silent, "token", server._Attempt(), Lines(silent.lines))
    assert looks == [0.0, 1.0, 2.0, 3.0, 3.0]


def test_a_silent_child_has_no_time_once_nobody_waits(silent):
    jobs, theirs = os.pipe()
    os.close(theirs)
    assert server._listen(silent, "token", server._Attempt(), Lines(jobs))
    os.close(jobs)


def test_the_processor_time_of_a_process_is_known():
    if not os.path.exists("/proc/self/stat"):
        pytest.skip("this system does not tell")
    before = processes.processor_seconds(os.getpid())
    end = time.process_time() + 0.05
    while time.process_time() < end:
        pass
    assert processes.processor_seconds(os.getpid()) > before
    assert processes.processor_seconds(2**22 + 1) == 0.0
