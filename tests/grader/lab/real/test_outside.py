"""What may come from outside: for real files the clock walks, for signals it jumps as ever."""

import asyncio
import os
import signal
import socket
import threading
from contextlib import asynccontextmanager

import pytest

from grader.lab import BusyWaitError, DeadlockError, EndlessError, VirtualLoop, run
from grader.lab.clock import START_SECONDS, Clock
from grader.lab.crew.threads import Crew

# A stranger's thread: started before any world, it lives in real time, like another program.


class Stranger:
    """Does what it is told in real time, one thing after the other, on a socket of its own."""

    def __init__(self, *, answer_after=0.0):
        self.ours, self.theirs = socket.socketpair()
        self._seconds = answer_after
        self._thread = threading.Thread(target=self._answer)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self.ours.close()  # closed by the stream already, or else it ends the stranger
        self._thread.join()
        self.theirs.close()

    def _answer(self):
        while line := self.theirs.recv(100):
            threading.Event().wait(self._seconds)
            self.theirs.sendall(line.upper())


@asynccontextmanager
async def talking_to(stranger):
    reader, writer = await asyncio.open_connection(sock=stranger.ours)
    try:
        yield reader, writer
    finally:
        writer.close()
        await writer.wait_closed()


@asynccontextmanager
async def idle_socket():
    """Watch a socket on which nothing ever comes."""
    left, right = socket.socketpair()
    _, writer = await asyncio.open_connection(sock=left)
    try:
        yield
    finally:
        writer.close()
        await writer.wait_closed()
        right.close()


async def ask(stranger, within):
    async with talking_to(stranger) as (reader, writer):
        writer.write(b"hello\n")
        return await asyncio.wait_for(reader.readline(), within)


def test_a_real_answer_wins_against_a_timeout_that_is_far_off():
    with Stranger(answer_after=0.05) as stranger:
        outcome = run(ask(stranger, 3600))
    assert outcome.result() == b"HELLO\n"
    assert 0 < outcome.makespan < 3600


def test_a_timer_is_met_exactly_while_a_real_file_is_watched():
    async def main():
        async with idle_socket():
            await asyncio.sleep(0.03125)

    outcome = run(main)
    assert outcome.error is None
    assert outcome.makespan == 0.03125


def test_a_real_answer_that_is_late_loses_against_a_timeout():
    async def main():
        async with idle_socket():
            await asyncio.wait_for(asyncio.Event().wait(), 0.03125)

    outcome = run(main)
    assert isinstance(outcome.error, TimeoutError)
    assert outcome.makespan == 0.03125


def test_what_is_there_already_takes_no_time():
    async def main():
        left, right = socket.socketpair()
        reader, writer = await asyncio.open_connection(sock=left)
        _, other = await asyncio.open_connection(sock=right)
        for _ in range(100):
            other.write(b"hello\n")
            assert await reader.readline() == b"hello\n"
        for stream in (writer, other):
            stream.close()
            await stream.wait_closed()

    assert run(main).makespan == 0


def test_the_clock_jumps_again_when_the_last_file_is_closed():
    async def main():
        async with idle_socket():
            pass
        await asyncio.sleep(1e6)

    assert run(main).makespan == 1e6


def test_a_program_that_waits_for_nothing_but_a_real_answer_gets_it():
    with Stranger() as stranger:
        assert run(ask(stranger, None)).result() == b"HELLO\n"


def test_asking_again_and_again_is_no_busy_wait_while_a_real_file_is_watched():
    async def main():
        loop = asyncio.get_running_loop()
        until = loop.time() + 0.01
        async with idle_socket():
            while loop.time() < until:
                await asyncio.sleep(0)

    assert run(main).error is None


def test_the_walking_clock_ends_at_the_limit():
    async def main():
        async with idle_socket():
            await asyncio.Event().wait()

    with asyncio.Runner(loop_factory=lambda: VirtualLoop(limit=0.03125)) as runner:
        with pytest.raises(EndlessError):
            runner.run(main())
        assert runner.get_loop().time() == START_SECONDS + 0.03125


# A fenced world: nothing can come from outside


def fenced_loop():
    return VirtualLoop(crew=Crew(Clock(), is_fenced=True))


def test_in_a_fenced_world_the_clock_jumps_whatever_is_watched():
    async def main():
        async with idle_socket():
            await asyncio.sleep(1e6)

    with asyncio.Runner(loop_factory=fenced_loop) as runner:
        runner.run(main())
        assert runner.get_loop().time() == START_SECONDS + 1e6


def test_in_a_fenced_world_a_busy_wait_is_one_whatever_is_watched():
    async def main():
        async with idle_socket():
            while True:
                await asyncio.sleep(0)

    with (
        asyncio.Runner(loop_factory=fenced_loop) as runner,
        pytest.raises(BusyWaitError),
    ):
        runner.run(main())


# Signals


def test_a_signal_handler_runs_on_the_loop():
    async def main():
        loop = asyncio.get_running_loop()
        seen = loop.create_future()
        loop.add_signal_handler(signal.SIGUSR1, seen.set_result, "signalled")
        try:
            loop.call_later(1e5, os.kill, os.getpid(), signal.SIGUSR1)
            return await asyncio.wait_for(seen, 1e6), loop.time() - START_SECONDS
        finally:
            loop.remove_signal_handler(signal.SIGUSR1)

    assert run(main).result() == ("signalled", 1e5)


def test_a_program_that_waits_for_nothing_but_a_signal_gets_it():
    async def main():
        loop = asyncio.get_running_loop()
        seen = loop.create_future()
        loop.add_signal_handler(signal.SIGALRM, seen.set_result, "signalled")
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        return await seen

    assert run(main).result() == "signalled"


def test_a_signal_handler_that_was_removed_lets_deadlocks_be_seen():
    async def main():
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGUSR1, print)
        loop.remove_signal_handler(signal.SIGUSR1)
        await asyncio.Event().wait()

    assert isinstance(run(main).error, DeadlockError)
