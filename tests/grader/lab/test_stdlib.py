"""The standard library's own asyncio tests, where the interpreter ships them, pass on our loop.

These are the quick ones, none of which waits for the real world. `make conformance` runs them all,
on a plain loop too.
"""

import pytest

from tests.conformance.compare import BAD
from tests.conformance.exceptions import load, reason_for
from tests.conformance.results import run
from tests.conformance.sources import CannotBeHadError, stdlib

QUICK = {
    "test_base_events",
    "test_context",
    "test_eager_task_factory",
    "test_futures2",
    "test_locks",
    "test_queues",
    "test_runners",
    "test_staggered",
    "test_taskgroups",
    "test_tasks",
    "test_threads",
    "test_timeouts",
    "test_unix_events",
    "test_waitfor",
}
NOT_SHIPPED = "this Python does not ship test.test_asyncio"

# They collect garbage for seconds, or start an interpreter, and use no loop of ours.
SLOW = ("test_task_del_collect", "test_env_var_debug")


def quick_parts():
    try:
        return [part for part in stdlib() if part.name in QUICK]
    except CannotBeHadError:
        return []


@pytest.mark.parametrize(
    "part", quick_parts() or [NOT_SHIPPED], ids=lambda part: getattr(part, "name", "none")
)
def test_the_standard_librarys_tests_pass(part):
    if part is NOT_SHIPPED:
        pytest.skip(NOT_SHIPPED)
    results = run(part.on("world"), [f"-{test}" for test in SLOW])
    failed = [test for test, result in results.items() if result.outcome in BAD]
    assert [test for test in failed if reason_for(test, "world", load()) is None] == []


def test_the_standard_librarys_tests_use_our_loop():
    if not quick_parts():
        pytest.skip(NOT_SHIPPED)
    [locks] = (part for part in quick_parts() if part.name == "test_locks")
    assert all(result.used for result in run(locks.on("world")).values())
