"""Threads in real calls: outside where the lab knows the call, else let go, and named at last."""

import asyncio
import multiprocessing
import os
import select
import selectors
import socket
import time
from math import inf

import pytest

from grader.lab import StuckThreadError, VirtualLoop, run, world
from grader.lab.clock import START_SECONDS, Clock
from grader.lab.crew.threads import Crew


@pytest.fixture
def pair():
    left, right = socket.socketpair()
    with left, right:
        yield left, right


def meanwhile(blocking, then):
    """Let a thread block in a real call, and do what ends it on the loop a little later."""

    async def main():
        task = asyncio.create_task(asyncio.to_thread(blocking))
        await asyncio.sleep(1 / 64)
        then()
        return await asyncio.wait_for(task, 3600)

    return run(main, patience=inf)  # patience would let it pass, too


def reading_selector(sock):
    selector = selectors.DefaultSelector()
    selector.register(sock, selectors.EVENT_READ)
    return selector


WAYS_TO_WAIT = {
    "recv": lambda sock: sock.recv(9),
    "recv_into": lambda sock: sock.recv_into(bytearray(9)),
    "recvmsg": lambda sock: sock.recvmsg(9),
    "select.select": lambda sock: select.select([sock], [], []),
    "selectors": lambda sock: reading_selector(sock).select(),
    "with timeout": lambda sock: (sock.settimeout(3600), sock.recv(9)),
}


@pytest.mark.row("a blocking socket in a thread")
@pytest.mark.parametrize("way", WAYS_TO_WAIT)
def test_a_thread_waits_for_a_socket_whose_peer_is_the_loop(pair, way):
    left, right = pair
    outcome = meanwhile(lambda: WAYS_TO_WAIT[way](left), lambda: right.sendall(b"hello"))
    assert outcome.error is None
    assert 1 / 64 <= outcome.makespan < 3600


@pytest.mark.row("a blocking socket in a thread")
def test_what_a_socket_holds_already_takes_no_time(pair):
    left, right = pair
    right.sendall(b"hello")
    outcome = run(lambda: asyncio.to_thread(left.recv, 9))
    assert (outcome.result(), outcome.makespan) == (b"hello", 0)


@pytest.mark.row("a blocking socket in a thread")
def test_a_thread_sends_more_than_fits(pair):
    left, right = pair
    data = bytes(4_000_000)

    async def main():
        task = asyncio.create_task(asyncio.to_thread(left.sendall, data))
        reader, writer = await asyncio.open_connection(sock=right)
        got = await reader.readexactly(len(data))
        await task
        writer.close()
        await writer.wait_closed()
        return len(got)

    assert run(main).result() == len(data)


@pytest.mark.row("a blocking socket in a thread")
def test_a_socket_that_does_not_block_is_as_ever(pair):
    left, _ = pair
    left.setblocking(False)
    with pytest.raises(BlockingIOError):
        run(lambda: asyncio.to_thread(left.recv, 9)).result()


@pytest.mark.row("a blocking socket on the loop's thread")
def test_a_blocking_socket_on_the_loops_thread_is_recorded(pair):
    left, _ = pair
    left.settimeout(0.01)

    async def main():
        with pytest.raises(TimeoutError):
            left.recv(9)

    outcome = run(main)
    assert outcome.error is None
    assert [block.seconds for block in outcome.blocked] == [outcome.makespan]
    assert outcome.makespan >= 0.01


@pytest.mark.row("multiprocessing.Pipe")
def test_a_thread_waits_for_a_pipe_whose_peer_is_the_loop():
    left, right = multiprocessing.Pipe()
    with left, right:
        assert meanwhile(left.recv, lambda: right.send("hello")).result() == "hello"
        assert meanwhile(lambda: left.poll(3600), lambda: right.send(1)).result() is True


@pytest.mark.row("os.read")
def test_a_thread_in_a_call_that_nobody_knows_is_let_go(pair):
    left, right = pair

    async def main():
        task = asyncio.create_task(asyncio.to_thread(os.read, left.fileno(), 9))
        await asyncio.sleep(1 / 64)
        right.sendall(b"hello")
        return await task

    assert run(main, patience=0.5).result() == b"hello"


def test_a_thread_that_was_let_go_takes_turns_again(pair):
    left, right = pair

    def work():
        os.read(left.fileno(), 9)
        began = time.monotonic()
        time.sleep(5)
        return time.monotonic() - began

    async def main():
        task = asyncio.create_task(asyncio.to_thread(work))
        await asyncio.sleep(1 / 64)
        right.sendall(b"hello")
        return await task

    assert run(main, patience=0.5).result() >= 5


@pytest.mark.row("a thread that never comes back")
@pytest.mark.parametrize("call", ["known", "unknown"])
def test_a_thread_that_never_comes_back_is_named(pair, call):
    left, right = pair

    def work():
        return left.recv(9) if call == "known" else os.read(left.fileno(), 9)

    async def main():
        try:
            await asyncio.to_thread(work)
        finally:
            right.close()

    error = run(main, patience=0.01).error
    assert isinstance(error, StuckThreadError)
    (item,) = error.waiting
    assert item.task == "thread 'asyncio_0'"
    assert "left.recv(9)" in item.what
    assert str(item.where).rpartition(":")[0].endswith("test_real_calls.py")
    assert "patience" in str(error)


@pytest.mark.row("a thread that never comes back")
def test_a_thread_that_computes_for_longer_than_patience_is_waited_for():
    def work():
        began = time.process_time()
        while time.process_time() < began + 1:
            pass
        return "done"

    assert run(lambda: asyncio.to_thread(work), patience=0.4).result() == "done"


@pytest.mark.row("executor jobs without a world")
def test_a_real_job_that_needs_the_loop_gets_it_when_patience_ends():
    async def main():
        loop = asyncio.get_running_loop()

        def work():
            return asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, "slept"), loop).result()

        return await asyncio.to_thread(work)

    with asyncio.Runner(loop_factory=lambda: VirtualLoop(patience=0.01)) as runner:
        assert runner.run(main()) == "slept"


def test_in_a_fenced_world_a_thread_keeps_its_turn_in_a_real_call(pair):
    left, right = pair
    order = []

    def work():
        left.settimeout(0.01)
        with pytest.raises(TimeoutError):
            left.recv(9)
        order.append("thread")

    async def main():
        task = asyncio.create_task(asyncio.to_thread(work))
        await asyncio.sleep(1)
        order.append("loop")
        await task
        return asyncio.get_running_loop().time() - START_SECONDS

    def fenced():
        return VirtualLoop(crew=Crew(Clock(), is_fenced=True))

    with world(), asyncio.Runner(loop_factory=fenced) as runner:
        assert runner.run(main()) == 1
    assert order == ["thread", "loop"]
    assert right.fileno() > 0
