"""Who computes on a machine that has much to do is not taken for somebody who waits."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from grader.worker import processes

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


def test_the_processor_time_of_a_process_is_known():
    if not os.path.exists("/proc/self/stat"):
        pytest.skip("this system does not tell")
    before = processes.processor_seconds(os.getpid())
    end = time.process_time() + 0.05
    while time.process_time() < end:
        pass
    assert processes.processor_seconds(os.getpid()) > before
    assert processes.processor_seconds(2**22 + 1) == 0.0
