"""The virtual loop at its edges: errors, interrupts, debug mode."""

import asyncio
import gc
import logging
import re
import signal
import sys
import threading
import time
import weakref

import pytest

from grader.lab import VirtualLoop, run, world
from grader.lab.clock import START_SECONDS

# Errors


async def test_an_error_in_a_callback_reaches_the_handler():
    loop = asyncio.get_running_loop()
    seen = []
    loop.set_exception_handler(lambda _, context: seen.append(context))
    loop.call_soon(lambda: 1 / 0)
    loop.call_later(1, lambda: [][0])
    await asyncio.sleep(2)
    assert [type(context["exception"]) for context in seen] == [ZeroDivisionError, IndexError]
    assert all("handle" in context for context in seen)


def test_the_error_of_a_task_that_nobody_awaits_reaches_the_handler():
    seen = []

    async def main():
        asyncio.get_running_loop().set_exception_handler(lambda _, context: seen.append(context))

        async def fail():
            raise ZeroDivisionError

        task = asyncio.create_task(fail())
        await asyncio.sleep(1)
        del task
        gc.collect()

    run(main).result()
    assert [type(context["exception"]) for context in seen] == [ZeroDivisionError]


def test_the_error_of_a_program_is_its_outcome():
    async def main():
        await asyncio.sleep(1)
        raise ZeroDivisionError("mine")

    outcome = run(main)
    assert outcome.makespan == 1
    with pytest.raises(ZeroDivisionError, match="mine"):
        outcome.result()


def test_a_system_exit_is_an_outcome_too():
    async def main():
        sys.exit(3)

    error = run(main).error
    assert isinstance(error, SystemExit)
    assert error.code == 3


def test_a_keyboard_interrupt_is_raised_and_leaves_the_world_clean():
    async def main():
        raise KeyboardInterrupt

    before = time.sleep, time.monotonic, threading.Lock
    with pytest.raises(KeyboardInterrupt):
        run(main)
    assert (time.sleep, time.monotonic, threading.Lock) == before
    assert run(lambda: asyncio.sleep(1)).makespan == 1


def test_control_c_cancels_the_program_which_may_clean_up():
    cleaned = []

    async def main():
        try:
            signal.raise_signal(signal.SIGINT)
            await asyncio.sleep(1e6)
        finally:
            await asyncio.sleep(1)
            cleaned.append(asyncio.get_running_loop().time() - START_SECONDS)

    with pytest.raises(KeyboardInterrupt):
        run(main)
    assert cleaned == [1]


def test_a_coroutine_object_may_be_run_too():
    assert run(asyncio.sleep(1, "done")).result() == "done"


# Debug mode


def debugging(main):
    with world(), asyncio.Runner(loop_factory=VirtualLoop, debug=True) as runner:
        return runner.run(main())


def test_debug_mode_keeps_time_and_order():
    async def main():
        order = []

        async def one(n):
            await asyncio.sleep(1)
            order.append(n)

        await asyncio.gather(*map(one, range(20)))
        return order, asyncio.get_running_loop().time()

    assert debugging(main) == (list(range(20)), START_SECONDS + 1)


def test_debug_mode_warns_of_slow_callbacks_in_virtual_time(caplog):
    async def main():
        time.sleep(0.3)
        await asyncio.sleep(0)
        time.sleep(0.01)

    with caplog.at_level(logging.WARNING, "asyncio"):
        debugging(main)
    slow = [record.getMessage() for record in caplog.records]
    assert len(slow) == 1
    assert slow[0].startswith("Executing <Task ")
    assert not re.search(r"(lab/tasks|lab/loop)\.py", slow[0])
    assert slow[0].endswith("took 0.300 seconds")


@pytest.mark.parametrize("way", ["call_soon", "call_later", "call_at"])
def test_debug_mode_tells_where_a_handle_was_made_without_lines_of_the_loop(way):
    async def main():
        call = getattr(asyncio.get_running_loop(), way)
        handle = call(print) if way == "call_soon" else call(0, print)
        handle.cancel()
        return handle._source_traceback[-1]

    assert (made := debugging(main)).filename == __file__
    assert made.name == "main"


def test_debug_mode_does_not_keep_a_task_alive_with_its_error():
    async def fail():
        raise ZeroDivisionError

    async def main():
        task = asyncio.create_task(fail())
        is_alive = weakref.ref(task)
        try:
            await task
        except ZeroDivisionError as error:
            kept = error
        del task
        await asyncio.sleep(0)  # the step before was made by the end of the task
        return is_alive() is not None, kept

    assert debugging(main)[0] is False


def test_debug_mode_refuses_calls_from_other_threads():
    async def main():
        loop = asyncio.get_running_loop()
        with pytest.raises(RuntimeError, match="Non-thread-safe"):
            await asyncio.to_thread(loop.call_soon, print)
        with pytest.raises(RuntimeError, match="Non-thread-safe"):
            await asyncio.to_thread(loop.call_later, 1, print)

    debugging(main)


def test_debug_mode_refuses_coroutines_as_callbacks():
    async def main():
        async def callback():
            pass

        with pytest.raises(TypeError, match="coroutines cannot be used"):
            asyncio.get_running_loop().call_later(1, callback)

    debugging(main)


def test_forty_thousand_callbacks_from_threads_do_not_choke_the_loop():
    async def main():
        loop = asyncio.get_running_loop()
        count = 0

        def add():
            nonlocal count
            count += 1

        def work():
            for _ in range(40_000):
                loop.call_soon_threadsafe(add)

        await asyncio.to_thread(work)
        await asyncio.sleep(0)
        return count

    assert run(main).result() == 40_000


def test_a_loop_that_was_stopped_before_it_began_runs_one_turn():
    loop = VirtualLoop()
    order = []
    loop.call_soon(lambda: (order.append("first"), loop.call_soon(order.append, "second")))
    try:
        for expected in (["first"], ["first", "second"]):
            loop.stop()
            loop.run_forever()
            assert order == expected
    finally:
        loop.close()
