"""`work` stands in for what a submission is given: it takes its time, and is watched."""

from __future__ import annotations

import pytest

from grader.encoding import decode
from tests.grader.worker.test_stage import run_of

WAIT = "async def solve(job, key): return await job(key)"

BY_KEY = """
@scenario
async def played(kata, work, attempt, failure):
    job = work("fetch", {"a": 1, "b": 2}, gives=str.upper, fails={"b": failure("boom")})
    first = await kata.solve(job, "a")
    return first, await attempt(kata.solve(job, "b"))
"""

CANCELLED = """
@scenario
async def played(kata, work):
    task = asyncio.create_task(kata.solve(work("fetch", 2, cleanup=0.5), "a"))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
"""


def test_seconds_values_and_failures_go_by_the_first_argument():
    run = run_of(WAIT, BY_KEY)
    value, ended = decode(run.value)
    assert (value, ended.error.mark) == ("A", "boom")
    calls = [call for call in run.calls if call.of == "spy"]
    assert [(call.name, call.started, call.ended, call.outcome) for call in calls] == [
        ("fetch", 0, 1, "returned"),
        ("fetch", 1, 3, "raised"),
    ]


def test_a_cancelled_call_takes_its_time_to_clear_up():
    run = run_of(WAIT, CANCELLED)
    (call,) = [call for call in run.calls if call.of == "spy"]
    assert (call.ended, call.outcome) == (1.5, "cancelled")


@pytest.mark.parametrize("args", ['"z"', "[]", ""])
def test_what_was_not_planned_takes_as_long_as_the_slowest_and_does_not_fail(args):
    run = run_of(
        f"async def solve(job, key): return await job({args})", BY_KEY.replace("str.upper", "1")
    )
    assert [call.ended for call in run.calls if call.of == "spy"] == [2, 4]
    assert decode(run.value)[1].value == 1
