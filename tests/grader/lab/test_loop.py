"""The virtual loop is an asyncio event loop like any other, wherever a loop can be plugged in."""

import asyncio
import contextvars
import gc
import logging
import os
import signal
import socket
import sys
import threading
import time
import unittest

import pytest

from grader.lab import VirtualLoop, run, world
from grader.lab.clock import START_SECONDS

# Where a loop can be plugged in


def test_it_serves_a_runner():
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        assert runner.run(asyncio.sleep(3600, "done")) == "done"
        assert runner.get_loop().time() == START_SECONDS + 3600


def test_a_runner_may_run_several_programs_on_one_clock():
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        for _ in range(3):
            runner.run(asyncio.sleep(1))
        assert runner.get_loop().time() == START_SECONDS + 3


@pytest.mark.skipif(sys.version_info < (3, 12), reason="asyncio.run takes a loop factory from 3.12")
def test_it_serves_asyncio_run():
    assert asyncio.run(asyncio.sleep(3600, "done"), loop_factory=VirtualLoop) == "done"


def test_it_may_be_driven_by_hand():
    loop = VirtualLoop()
    try:
        assert loop.run_until_complete(asyncio.sleep(5, "done")) == "done"
        loop.call_later(7, loop.stop)
        loop.run_forever()
        assert loop.time() == START_SECONDS + 12
    finally:
        loop.close()


async def test_pytest_asyncio_runs_this_projects_tests_on_it():
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualLoop)
    before = loop.time()
    await asyncio.sleep(3600)
    assert loop.time() == before + 3600


@pytest.fixture
async def an_hour():
    await asyncio.sleep(3600)
    return asyncio.get_running_loop().time()


async def test_async_fixtures_share_the_loop_of_their_test(an_hour):
    assert asyncio.get_running_loop().time() == an_hour


def test_it_serves_unittest():
    class Case(unittest.IsolatedAsyncioTestCase):
        loop_factory = VirtualLoop

        async def test_it(self):
            await asyncio.sleep(3600)

        if sys.version_info < (3, 13):

            def _setupAsyncioRunner(self):
                self._asyncioRunner = asyncio.Runner(loop_factory=VirtualLoop)

    result = unittest.TestResult()
    Case("test_it").run(result)
    assert (result.errors, result.failures, result.testsRun) == ([], [], 1)


def test_loops_in_several_threads_have_clocks_of_their_own():
    times = {}

    def work(seconds):
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            runner.run(asyncio.sleep(seconds))
            times[seconds] = runner.get_loop().time() - START_SECONDS

    threads = [threading.Thread(target=work, args=(n,)) for n in (10, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert times == {10: 10, 20: 20}


# The order of callbacks


async def test_callbacks_run_in_the_order_in_which_they_were_made():
    order = []
    loop = asyncio.get_running_loop()
    for n in range(5):
        loop.call_soon(order.append, n)
    await asyncio.sleep(0)
    assert order == [0, 1, 2, 3, 4]


async def test_what_is_ready_goes_before_timers_that_are_due():
    order = []
    loop = asyncio.get_running_loop()
    loop.call_later(0, order.append, "timer")
    loop.call_soon(order.append, "ready")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert order == ["ready", "timer"]


async def test_callbacks_made_by_callbacks_wait_for_the_next_turn():
    order = []
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: (order.append("outer"), loop.call_soon(order.append, "inner")))
    loop.call_soon(order.append, "second")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert order == ["outer", "second", "inner"]


async def test_a_cancelled_callback_does_not_run():
    order = []
    loop = asyncio.get_running_loop()
    loop.call_soon(order.append, "cancelled").cancel()
    second = loop.call_soon(order.append, "second")
    assert not second.cancelled()
    await asyncio.sleep(0)
    assert order == ["second"]


async def test_timers_tell_their_time_and_whether_they_were_cancelled():
    loop = asyncio.get_running_loop()
    timer = loop.call_later(5, print)
    assert timer.when() == loop.time() + 5
    assert not timer.cancelled()
    assert "when=" in repr(timer)
    timer.cancel()
    timer.cancel()
    assert timer.cancelled()
    assert "cancelled" in repr(timer)


async def test_callbacks_keep_the_context_they_were_made_in():
    variable = contextvars.ContextVar("variable", default=0)
    seen = []
    loop = asyncio.get_running_loop()
    variable.set(1)
    loop.call_later(1, lambda: seen.append(variable.get()))
    loop.call_soon(lambda: seen.append(variable.get()))
    context = contextvars.Context()
    loop.call_later(1, lambda: seen.append(variable.get()), context=context)
    variable.set(2)
    await asyncio.sleep(2)
    assert seen == [1, 1, 0]


async def test_no_delay_and_no_time_are_refused():
    loop = asyncio.get_running_loop()
    with pytest.raises(TypeError):
        loop.call_later(None, print)
    with pytest.raises(TypeError):
        loop.call_at(None, print)


@pytest.mark.parametrize("method", ["call_soon", "call_later", "call_at"])
def test_a_closed_loop_takes_no_callbacks(method):
    loop = VirtualLoop()
    loop.close()
    arguments = (print,) if method == "call_soon" else (1, print)
    with pytest.raises(RuntimeError, match="closed"):
        getattr(loop, method)(*arguments)


def test_a_closed_loop_may_be_closed_again():
    loop = VirtualLoop()
    loop.close()
    loop.close()
    assert loop.is_closed()


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


def test_only_seed_zero_exists_so_far():
    with pytest.raises(ValueError, match="seed 0"):
        run(lambda: asyncio.sleep(0), seed=1)


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
    assert slow[0].startswith("Executing ")
    assert slow[0].endswith("took 0.300 seconds")


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


# The real world


def test_real_sockets_are_served_and_hold_no_clock_back():
    async def main():
        left, right = socket.socketpair()
        reader, writer = await asyncio.open_connection(sock=left)
        _, other = await asyncio.open_connection(sock=right)
        other.write(b"hello\n")
        line = await reader.readline()
        await asyncio.sleep(3600)
        for stream in (writer, other):
            stream.close()
            await stream.wait_closed()
        return line

    assert run(main).result() == b"hello\n"


def test_a_signal_handler_runs_on_the_loop():
    async def main():
        loop = asyncio.get_running_loop()
        seen = loop.create_future()
        loop.add_signal_handler(signal.SIGUSR1, seen.set_result, "signalled")
        try:
            loop.call_later(5, os.kill, os.getpid(), signal.SIGUSR1)
            return await asyncio.wait_for(seen, 1e6), loop.time() - START_SECONDS
        finally:
            loop.remove_signal_handler(signal.SIGUSR1)

    assert run(main).result() == ("signalled", 5)


def test_a_signal_handler_that_was_removed_lets_deadlocks_be_seen():
    async def main():
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGUSR1, print)
        loop.remove_signal_handler(signal.SIGUSR1)
        await asyncio.Event().wait()

    assert "Deadlock" in str(run(main).error)


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
