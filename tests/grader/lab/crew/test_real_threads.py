"""Without a world, threads are real: time stands still until they have done their job."""

import asyncio
import threading
import time

import pytest

from grader.lab import VirtualLoop, world
from grader.lab.clock import START_SECONDS


def now():
    return time.monotonic() - START_SECONDS


def real_pause():
    """Wait in real time without a clock: long enough for a loop that would not wait."""
    release = threading.Event()
    threading.Thread(target=release.set).start()
    release.wait()
    return "done"


async def test_without_a_world_the_loop_waits_for_real_executor_threads():
    loop = asyncio.get_running_loop()
    before = loop.time()
    assert await asyncio.wait_for(asyncio.to_thread(real_pause), 10) == "done"
    assert loop.time() == before


async def test_without_a_world_a_thread_loses_no_race_against_timers():
    results = await asyncio.gather(
        *(asyncio.wait_for(asyncio.to_thread(real_pause), 0.001) for _ in range(20))
    )
    assert results == ["done"] * 20


async def test_without_a_world_an_idle_executor_hides_no_deadlock():
    await asyncio.to_thread(real_pause)
    loop = asyncio.get_running_loop()
    assert not loop.has_plans()


def test_without_a_world_the_end_of_a_run_waits_for_executor_threads():
    finished = []

    async def main():
        asyncio.get_running_loop().run_in_executor(None, lambda: finished.append(real_pause()))

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        loop = runner.get_loop()
        runner.run(main())
    assert finished == ["done"]
    assert loop.time() == START_SECONDS


def test_a_job_may_be_given_to_an_executor_before_the_loop_runs():
    with world():
        loop = VirtualLoop()
        future = loop.run_in_executor(None, lambda: (time.sleep(5), now())[1])
        assert loop.run_until_complete(future) == 5
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


async def test_without_a_world_a_child_process_loses_no_race_against_timers():
    process = await asyncio.create_subprocess_exec("true")
    assert await asyncio.wait_for(process.wait(), 600) == 0


async def test_without_a_world_time_jumps_again_when_a_child_process_has_ended():
    process = await asyncio.create_subprocess_exec("true")
    await process.wait()
    await asyncio.sleep(1e6)


async def test_without_a_world_a_process_that_never_began_does_not_hold_time():
    with pytest.raises(FileNotFoundError):
        await asyncio.create_subprocess_exec("/no/such/program")
    await asyncio.sleep(1e6)
