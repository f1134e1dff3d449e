"""Blocking the loop's thread: it takes virtual time, nobody else runs, and it is written down."""

import asyncio
import inspect
import threading
import time

import pytest

from grader.lab import run
from grader.lab.clock import START_SECONDS
from grader.run import Blocked, Where


def line_of(function, text):
    """Return where `text` stands in the source of `function`."""
    lines, first = inspect.getsourcelines(function)
    return Where(__file__, next(first + n for n, line in enumerate(lines) if text in line))


def test_a_blocking_sleep_is_recorded_with_its_time_and_line():
    async def main():
        await asyncio.sleep(1)
        time.sleep(2.5)  # the culprit

    where = line_of(main, "the culprit")
    assert run(main).blocked == (Blocked(START_SECONDS + 1, 2.5, "time.sleep", where),)


def test_a_blocking_sleep_moves_time():
    async def main():
        time.sleep(3)
        await asyncio.sleep(1)

    assert run(main).makespan == 4


def test_nobody_else_runs_while_the_loop_is_blocked():
    async def main():
        log = []

        async def ticker():
            for _ in range(3):
                await asyncio.sleep(1)
                log.append(asyncio.get_running_loop().time() - START_SECONDS)

        task = asyncio.create_task(ticker())
        await asyncio.sleep(0.5)
        time.sleep(4)
        await task
        return log

    # The first tick was due at 1 and comes when the loop is free again, at 4.5.
    assert run(main).result() == [4.5, 5.5, 6.5]


def test_timers_that_came_due_meanwhile_fire_in_the_order_of_their_deadlines():
    async def main():
        order = []
        loop = asyncio.get_running_loop()
        loop.call_later(2, order.append, "second")
        loop.call_later(1, order.append, "first")
        loop.call_later(3, order.append, "third")
        time.sleep(10)
        await asyncio.sleep(0)
        return order

    assert run(main).result() == ["first", "second", "third"]


def test_worker_threads_go_on_while_the_loop_is_blocked():
    async def main():
        log = []

        def work():
            for _ in range(3):
                time.sleep(1)
                log.append(time.monotonic() - START_SECONDS)

        future = asyncio.create_task(asyncio.to_thread(work))
        await asyncio.sleep(0.25)
        time.sleep(10)
        seen = list(log)
        await future
        return seen, time.monotonic() - START_SECONDS

    assert run(main).result() == ([1.25, 2.25, 3.25], 10.25) or run(main).result()[0] == [1, 2, 3]


def test_a_sleep_of_nothing_is_not_blocking():
    async def main():
        time.sleep(0)

    assert run(main).blocked == ()


def test_a_negative_sleep_is_refused_as_ever():
    async def main():
        time.sleep(-1)

    with pytest.raises(ValueError, match="non-negative"):
        run(main).result()


def test_sleeping_in_a_worker_thread_does_not_block_the_loop():
    outcome = run(lambda: asyncio.to_thread(time.sleep, 5))

    assert (outcome.makespan, outcome.blocked) == (5, ())


def test_waiting_for_a_thread_on_the_loop_is_blocking_with_its_line():
    async def main():
        thread = threading.Thread(target=time.sleep, args=(2,))
        thread.start()
        thread.join()  # the culprit

    where = line_of(main, "the culprit")
    outcome = run(main)
    assert outcome.makespan == 2
    assert outcome.blocked == (Blocked(START_SECONDS, 2, "Thread.join", where),)


def test_every_block_is_recorded_in_order():
    async def main():
        for seconds in (1, 2, 3):
            time.sleep(seconds)

    assert [block.seconds for block in run(main).blocked] == [1, 2, 3]


def test_a_lock_that_is_free_blocks_nobody():
    async def main():
        with threading.Lock(), threading.RLock(), threading.Condition():
            await asyncio.sleep(1)

    assert run(main).blocked == ()
