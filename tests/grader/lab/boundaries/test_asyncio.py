"""asyncio's own clockwork: timers, executors, debug mode, and loops that a program makes."""

import asyncio
import logging
import os
import subprocess
import sys
import time
import unittest
from math import inf, nan
from pathlib import Path

import pytest

from grader.lab import DeadlockError, VirtualLoop, run, world
from grader.lab.clock import START_SECONDS

row = pytest.mark.row


def now():
    return asyncio.get_running_loop().time() - START_SECONDS


@row("asyncio.sleep")
def test_sleeping_takes_exactly_as_long_as_it_says():
    assert run(lambda: asyncio.sleep(1e6)).makespan == 1e6


@row("asyncio.sleep of less than 0, infinity or NaN")
def test_a_sleep_of_less_than_nothing_takes_no_time():
    assert run(lambda: asyncio.sleep(-1, "done")).result() == "done"


@row("asyncio.sleep of less than 0, infinity or NaN")
def test_a_sleep_for_ever_is_a_deadlock_when_nothing_else_is_left():
    async def main():
        await asyncio.gather(asyncio.sleep(inf), asyncio.sleep(5))

    outcome = run(main)
    assert isinstance(outcome.error, DeadlockError)
    assert outcome.makespan == 5


@row("asyncio.sleep of less than 0, infinity or NaN")
@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("way", ["sleep", "call_later", "call_at"])
def test_a_time_that_is_no_number_is_refused(way, debug):
    async def main():
        loop = asyncio.get_running_loop()
        loop.set_debug(debug)
        if way == "sleep":
            await asyncio.sleep(nan)
        else:
            getattr(loop, way)(nan, print)

    with pytest.raises(ValueError, match="NaN"):
        run(main).result()


@row("asyncio.timeout, asyncio.wait_for")
def test_a_timeout_ends_the_wait_at_its_time():
    async def main():
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.Event().wait(), 3)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(4):
                await asyncio.Event().wait()
        return now()

    assert run(main).result() == 7


@row("loop.call_later, loop.call_at")
def test_timers_fire_at_their_time_and_in_their_order():
    async def main():
        loop = asyncio.get_running_loop()
        told = []
        loop.call_later(2, lambda: told.append(("later", now())))
        loop.call_at(loop.time() + 2, lambda: told.append(("at", now())))
        loop.call_later(1, lambda: told.append(("first", now())))
        await asyncio.sleep(3)
        return told

    assert run(main).result() == [("first", 1), ("later", 2), ("at", 2)]


@row("asyncio.to_thread, loop.run_in_executor")
def test_executor_jobs_take_virtual_time():
    async def main():
        loop = asyncio.get_running_loop()
        jobs = [asyncio.to_thread(time.sleep, 2), loop.run_in_executor(None, time.sleep, 3)]
        await asyncio.gather(*jobs)

    assert run(main).makespan == 3


@row("loop.shutdown_default_executor")
def test_shutting_the_executor_down_waits_for_its_threads():
    async def main():
        loop = asyncio.get_running_loop()
        loop.run_in_executor(None, time.sleep, 3)
        await loop.shutdown_default_executor()
        return now()

    assert run(main).result() == 3


# Loops that a program makes


@row("asyncio.run in a world")
def test_asyncio_run_in_a_world_is_virtual():
    async def main():
        await asyncio.sleep(1e6)
        return type(asyncio.get_running_loop())

    with world():
        assert asyncio.run(main()) is VirtualLoop
    loop = asyncio.new_event_loop()
    loop.close()
    assert not isinstance(loop, VirtualLoop)


@row("unittest.IsolatedAsyncioTestCase")
def test_an_async_test_case_of_unittest_is_virtual_in_a_world():
    told = []

    class Case(unittest.IsolatedAsyncioTestCase):
        async def test(self):
            await asyncio.sleep(1e6)
            told.append(now())

    with world():
        result = unittest.TestResult()
        Case("test").run(result)
    assert result.wasSuccessful()
    assert told == [1e6]


# Debug mode


@row("loop.set_debug, PYTHONASYNCIODEBUG")
def test_debug_mode_warns_of_slow_callbacks_by_virtual_time(caplog):
    async def main():
        asyncio.get_running_loop().set_debug(True)
        await asyncio.sleep(0)
        time.sleep(0.25)

    with caplog.at_level(logging.WARNING, "asyncio"):
        run(main)
    (record,) = caplog.records
    assert record.getMessage().endswith("took 0.250 seconds")


@row("loop.set_debug, PYTHONASYNCIODEBUG")
def test_debug_mode_refuses_call_soon_from_another_thread():
    async def main():
        loop = asyncio.get_running_loop()
        loop.set_debug(True)
        await asyncio.to_thread(loop.call_soon, print)

    with pytest.raises(RuntimeError, match="Non-thread-safe operation"):
        run(main).result()


@row("loop.set_debug, PYTHONASYNCIODEBUG")
def test_the_environment_turns_debug_mode_on():
    program = "import asyncio\nfrom grader.lab import run\nasync def main():\n"
    program += "    return asyncio.get_running_loop().get_debug()\nprint(run(main).result())"
    root = Path(__file__).parents[4]
    environment = os.environ | {"PYTHONASYNCIODEBUG": "1", "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"
