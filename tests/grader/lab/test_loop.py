"""The virtual loop is an asyncio event loop like any other, wherever a loop can be plugged in."""

import asyncio
import contextvars
import sys
import threading
import unittest

import pytest

from grader.lab import VirtualLoop
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
