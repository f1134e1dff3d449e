"""Signals are real; a handler on the loop makes no clock walk."""

import asyncio
import os
import signal

import pytest

from grader.lab import run
from grader.lab.clock import START_SECONDS

row = pytest.mark.row


@pytest.fixture(autouse=True)
def as_before():
    before = {number: signal.getsignal(number) for number in (signal.SIGUSR1, signal.SIGALRM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@row("loop.add_signal_handler")
def test_a_program_with_a_signal_handler_jumps_as_ever():
    async def main():
        loop = asyncio.get_running_loop()
        seen = loop.create_future()
        loop.add_signal_handler(signal.SIGUSR1, seen.set_result, "seen")
        loop.call_later(1e6, os.kill, os.getpid(), signal.SIGUSR1)
        return await seen, loop.time() - START_SECONDS

    assert run(main).result() == ("seen", 1e6)


@row("loop.add_signal_handler")
def test_with_nothing_else_to_do_the_signal_is_waited_for():
    async def main():
        loop = asyncio.get_running_loop()
        seen = loop.create_future()
        loop.add_signal_handler(signal.SIGALRM, seen.set_result, "seen")
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        return await seen

    assert run(main).result() == "seen"


@row("signal.signal")
def test_a_handler_of_signal_runs_at_once():
    async def main():
        seen = []
        signal.signal(signal.SIGUSR1, lambda *_: seen.append("seen"))
        signal.raise_signal(signal.SIGUSR1)
        return seen

    assert run(main).result() == ["seen"]


@row("signal.alarm, signal.setitimer")
def test_an_alarm_counts_real_seconds():
    async def main():
        signal.setitimer(signal.ITIMER_REAL, 60)
        await asyncio.sleep(1e6)
        return signal.setitimer(signal.ITIMER_REAL, 0)[0]

    assert 0 < run(main).result() <= 60


@row("Ctrl-C")
def test_control_c_cancels_the_program_and_comes_out():
    cleaned = []

    async def main():
        try:
            signal.raise_signal(signal.SIGINT)
            await asyncio.sleep(1e6)
        finally:
            cleaned.append(True)

    with pytest.raises(KeyboardInterrupt):
        run(main)
    assert cleaned
