"""The standard library's own asyncio tests, where the interpreter ships them, pass on our loop."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("stdlib_on.py")
MODULES = [
    "test_base_events",
    "test_context",
    "test_futures",
    "test_futures2",
    "test_locks",
    "test_pep492",
    "test_queues",
    "test_runners",
    "test_selector_events",
    "test_taskgroups",
    "test_tasks",
    "test_threads",
    "test_timeouts",
    "test_unix_events",
    "test_waitfor",
]
# Not about loops: one watches a logger by its place in asyncio's source and needs a callback that
# takes real time, the other wants the default loop to be asyncio's.
OTHERWISE = {"test_log_slow_callbacks", "test_loop_factory_default_event_loop"}


def is_shipped(module):
    try:
        return importlib.util.find_spec(f"test.test_asyncio.{module}") is not None
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize("module", MODULES)
def test_the_standard_librarys_tests_pass(module):
    if not is_shipped(module):
        pytest.skip("this Python does not ship the module")
    done = subprocess.run(
        [sys.executable, PROGRAM, "virtual", module], capture_output=True, text=True, check=True
    )
    result = json.loads(done.stdout.splitlines()[-1])
    assert result["ran"] > 0
    assert {name.split()[0] for name in result["failed"]} <= OTHERWISE
