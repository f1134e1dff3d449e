"""Worlds that spin or never end are stopped, and the line to blame is named."""

import asyncio
import contextlib
import inspect
import threading
import time

import pytest

from grader.lab import (
    BusyWaitError,
    DeadlockError,
    EndlessError,
    StallError,
    VirtualLoop,
    run,
    world,
)
from grader.lab.clock import Clock
from grader.lab.crew.threads import Crew


def line_of(function, text):
    """Return the line at which `text` stands in the source of `function`, as messages name it."""
    lines, first = inspect.getsourcelines(function)
    return f"{__file__}:{next(first + n for n, line in enumerate(lines) if text in line)}"


# Busy waits


def test_a_busy_wait_names_its_line():
    async def main():
        while True:
            await asyncio.sleep(0)  # here

    outcome = run(main)
    assert isinstance(outcome.error, BusyWaitError)
    assert str(outcome.error.where) == line_of(main, "# here")
    assert outcome.error.sentence == (
        "Busy wait: the loop turned 100,000 times and no time passed."
    )
    assert str(outcome.error.where) in str(outcome.error)


def test_a_busy_wait_in_a_child_names_the_child_and_not_those_who_wait():
    async def main():
        async def spin(event):
            while not event.is_set():
                await asyncio.sleep(0)  # here

        await asyncio.create_task(spin(asyncio.Event()), name="spinner")

    error = run(main).error
    assert [(item.task, str(item.where)) for item in error.waiting] == [
        ("spinner", line_of(main, "# here"))
    ]


def test_a_busy_wait_stops_time_for_sleepers_and_is_stopped():
    async def main():
        sleeper = asyncio.create_task(asyncio.sleep(1))
        while not sleeper.done():
            await asyncio.sleep(0)

    assert isinstance(run(main).error, BusyWaitError)


def test_a_callback_that_calls_itself_back_is_a_busy_wait():
    async def main():
        loop = asyncio.get_running_loop()

        def again():
            loop.call_soon(again)

        again()
        await asyncio.sleep(1)

    assert isinstance(run(main).error, BusyWaitError)


def test_a_zero_sleep_is_allowed_as_often_as_an_honest_program_needs():
    async def main():
        for _ in range(50_000):
            await asyncio.sleep(0)

    assert run(main).error is None


def test_the_count_of_turns_begins_anew_whenever_time_moves():
    async def main():
        for _ in range(30):
            for _ in range(90):
                await asyncio.sleep(0)
            await asyncio.sleep(1)

    with asyncio.Runner(loop_factory=lambda: VirtualLoop(max_turns=100)) as runner:
        runner.run(main())


def test_a_busy_wait_that_swallows_cancellation_ends_too():
    async def main():
        while True:
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.sleep(0)

    assert isinstance(run(main).error, BusyWaitError)


def test_a_deadlock_that_swallows_cancellation_ends_too():
    async def main():
        while True:
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.Event().wait()

    assert isinstance(run(main).error, DeadlockError)


# Programs without an end


def endless(main, **limits):
    with world(), asyncio.Runner(loop_factory=lambda: VirtualLoop(**limits)) as runner:
        with pytest.raises(EndlessError) as caught:
            runner.run(main())
        return caught.value, runner.get_loop().time()


async def ticking():
    while True:
        await asyncio.sleep(1)  # here


def test_a_program_that_passes_its_virtual_limit_is_stopped_where_it_stands():
    error, now = endless(ticking, limit=100)

    assert isinstance(error, StallError)
    assert now == 1100.25
    assert "still running after 100 virtual seconds" in str(error)
    assert [str(item.where) for item in error.waiting] == [line_of(ticking, "# here")]


def test_a_sleep_far_beyond_the_limit_is_told_from_the_beginning_of_its_own_loop():
    async def main():
        await asyncio.sleep(2)
        await asyncio.sleep(1e9)

    crew = Crew(Clock())
    crew.clock.now += 500  # a loop before this one
    loop = VirtualLoop(limit=100, crew=crew)
    with pytest.raises(EndlessError, match="still running after 100 virtual seconds"):
        loop.run_until_complete(main())
    loop.close()


def test_a_program_that_ends_at_its_limit_is_in_time():
    with asyncio.Runner(loop_factory=lambda: VirtualLoop(limit=100)) as runner:
        runner.run(asyncio.sleep(100))


def test_a_clock_that_moves_too_often_is_stopped():
    error, now = endless(ticking, max_instants=50)

    assert isinstance(error, EndlessError)
    assert now <= 1051.25


def test_a_program_that_blocks_its_way_past_the_limit_is_stopped():
    async def main():
        while True:
            time.sleep(1)
            await asyncio.sleep(0)

    error, now = endless(main, limit=100)
    assert isinstance(error, EndlessError)
    assert now <= 1102.25


def test_a_thread_that_goes_on_for_ever_passes_the_limit_too():
    async def main():
        done = threading.Event()

        def tick():
            while not done.is_set():
                time.sleep(1)

        try:
            await asyncio.to_thread(tick)
        finally:
            done.set()

    error, _ = endless(main, limit=100)
    assert isinstance(error, EndlessError)


def test_an_endless_program_that_swallows_cancellation_is_stopped_again():
    async def main():
        while True:
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.sleep(1)

    with (
        pytest.raises(EndlessError),
        world(),
        asyncio.Runner(loop_factory=lambda: VirtualLoop(limit=100)) as runner,
        pytest.raises(EndlessError),
    ):
        runner.run(main())
