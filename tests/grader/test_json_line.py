"""Plain data as a line of JSON, in whatever thread."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.json_line import UnreadableError, from_json
from grader.run import Record

ROOT = Path(__file__).parents[2]

# With the interpreter switching as often as it can, four in ten such programs crashed.
FIRST_MET_IN_FOUR_THREADS = """
import sys, threading
from grader.json_line import from_json, to_json
from grader.run import Record

sys.setswitchinterval(1e-6)
line, together = to_json(Record("a")), threading.Barrier(4)

def meet():
    together.wait()
    assert from_json(line, Record) == Record("a")

threads = [threading.Thread(target=meet) for _ in range(4)]
for step in (threading.Thread.start, threading.Thread.join):
    for thread in threads:
        step(thread)
"""


def test_threads_that_read_the_first_record_together_do_not_crash() -> None:
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen([sys.executable, "-c", FIRST_MET_IN_FOUR_THREADS], env=environ)
        for _ in range(8)
    ]
    assert [process.wait() for process in running] == [0] * len(running)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b'{"kata": 1}',
        b'{"kata": "\xff"}',
        b'{"x":' + b"[" * 10_000 + b"]" * 10_000 + b"}",
    ],
    ids=["nothing", "a list", "another type", "no UTF-8", "too deep"],
)
def test_whatever_is_not_ours_is_one_error(line: bytes) -> None:
    with pytest.raises(UnreadableError):
        from_json(line, Record)
