"""Event loops in worker threads: asyncio's own policy gives them loops on the same clock."""

import asyncio
import socket
import threading
import time

import pytest

from grader.lab import DeadlockError, VirtualLoop, run
from grader.lab.clock import START_SECONDS


def now():
    return time.monotonic() - START_SECONDS


async def sleep_and_tell(seconds):
    await asyncio.sleep(seconds)
    return now()


@pytest.mark.row("asyncio.run in a thread")
def test_asyncio_run_in_a_thread_takes_virtual_time_beside_the_outer_loop():
    async def main():
        inner = [asyncio.to_thread(asyncio.run, sleep_and_tell(n)) for n in (5, 3)]
        return await asyncio.gather(*inner, sleep_and_tell(4))

    outcome = run(main)
    assert outcome.result() == [5, 3, 4]
    assert outcome.makespan == 5


@pytest.mark.row("asyncio.run in a thread")
def test_asyncio_run_in_a_thread_in_a_thread():
    async def inner():
        return await asyncio.to_thread(asyncio.run, sleep_and_tell(2))

    async def main():
        return await asyncio.to_thread(asyncio.run, inner())

    outcome = run(main)
    assert (outcome.result(), outcome.makespan) == (2, 2)


@pytest.mark.row("asyncio.run in a thread")
def test_an_inner_loop_that_waits_for_ever_is_a_deadlock():
    async def inner():
        await asyncio.Event().wait()

    async def main():
        await asyncio.to_thread(asyncio.run, inner())

    assert isinstance(run(main).error, DeadlockError)


@pytest.mark.row("asyncio.run in a thread")
def test_an_inner_loop_may_block_its_own_thread():
    async def inner():
        asyncio.get_running_loop().call_later(1, lambda: None)
        time.sleep(2)
        await asyncio.sleep(1)
        return now()

    async def main():
        return await asyncio.gather(asyncio.to_thread(asyncio.run, inner()), sleep_and_tell(1))

    assert run(main).result() == [3, 1]


@pytest.mark.row("asyncio.new_event_loop")
def test_a_loop_may_be_made_here_and_run_there():
    async def main():
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        future = asyncio.run_coroutine_threadsafe(sleep_and_tell(2), loop)
        told = await asyncio.wrap_future(future)
        loop.call_soon_threadsafe(loop.stop)
        await asyncio.to_thread(thread.join)
        loop.close()
        return told, type(loop)

    assert run(main).result() == (2, VirtualLoop)


@pytest.mark.row("asyncio.run_coroutine_threadsafe")
def test_a_thread_may_await_something_on_the_loop():
    async def main():
        loop = asyncio.get_running_loop()

        def work():
            return asyncio.run_coroutine_threadsafe(sleep_and_tell(2), loop).result(timeout=3)

        return await asyncio.to_thread(work)

    assert run(main).result() == 2


@pytest.mark.row("asyncio.run_coroutine_threadsafe")
def test_a_threads_timeout_for_the_loop_is_virtual():
    async def main():
        loop = asyncio.get_running_loop()

        def work():
            asyncio.run_coroutine_threadsafe(sleep_and_tell(9), loop).result(timeout=3)

        with pytest.raises(TimeoutError):
            await asyncio.to_thread(work)
        return now()

    assert run(main).result() == 3


@pytest.mark.row("loop.call_soon_threadsafe")
def test_a_thread_calls_the_loop_before_a_timer_that_is_later():
    async def main():
        loop = asyncio.get_running_loop()
        called = loop.create_future()

        def work():
            time.sleep(0.25)
            loop.call_soon_threadsafe(called.set_result, "called")

        threading.Thread(target=work).start()
        return await asyncio.wait_for(called, 100), now()

    assert run(main).result() == ("called", 0.25)


@pytest.mark.row("asyncio.SelectorEventLoop made by hand")
def test_a_loop_made_by_hand_in_a_thread_walks_in_real_time():
    def work():
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            return runner.run(asyncio.sleep(0.01, "slept"))

    async def main():
        return await asyncio.wait_for(asyncio.to_thread(work), 3600)

    outcome = run(main)
    assert outcome.result() == "slept"
    assert 0.01 <= outcome.makespan < 3600


@pytest.mark.row("VirtualLoop made by hand")
def test_a_virtual_loop_made_by_hand_in_a_thread_has_a_world_of_its_own():
    def work():
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            return runner.run(sleep_and_tell(7))

    async def main():
        return await asyncio.to_thread(work), now()

    assert run(main).result() == (7, 0)


def test_sockets_of_an_inner_loop_are_heard_and_its_timers_met():
    async def inner(sock):
        reader, writer = await asyncio.open_connection(sock=sock)
        began = now()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(reader.readline(), 1 / 64)
        waited = now() - began
        line = await reader.readline()
        writer.close()
        await writer.wait_closed()
        return line, waited

    async def main():
        left, right = socket.socketpair()
        with right:
            task = asyncio.create_task(asyncio.to_thread(asyncio.run, inner(left)))
            await asyncio.sleep(1 / 32)
            right.sendall(b"hello\n")
            return await task

    line, waited = run(main).result()
    assert line == b"hello\n"
    assert waited >= 1 / 64


def test_an_inner_loop_that_watches_a_socket_may_be_called():
    async def inner(sock, tell):
        _, writer = await asyncio.open_connection(sock=sock)
        called = asyncio.get_running_loop().create_future()
        tell(asyncio.get_running_loop(), called)
        result = await called
        writer.close()
        await writer.wait_closed()
        return result

    async def main():
        left, right = socket.socketpair()
        outer = asyncio.get_running_loop()
        told = outer.create_future()

        def tell(*facts):
            outer.call_soon_threadsafe(told.set_result, facts)

        with right:
            task = asyncio.create_task(asyncio.to_thread(asyncio.run, inner(left, tell)))
            loop, called = await told
            loop.call_soon_threadsafe(called.set_result, "called")
            return await task

    assert run(main).result() == "called"
