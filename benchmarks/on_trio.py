"""The programs of `loop.py` for trio, whose clock jumps when nothing can run."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import trio
import trio.testing

from benchmarks.loop import TURNS, delays


async def sleeps() -> None:
    """A thousand tasks sleep a hundred times each, and no two of them as long."""
    async with trio.open_nursery() as nursery:
        for own in delays():
            nursery.start_soon(_sleep_each, own)


async def _sleep_each(own: list[float]) -> None:
    for delay in own:
        await trio.sleep(delay)


async def turns() -> None:
    """One task gives way a million times."""
    for _ in range(TURNS):
        await trio.sleep(0)


def run(program: Callable[[], Awaitable[None]]) -> float:
    """Run a program and return its virtual makespan."""

    async def timed() -> float:
        began = trio.current_time()
        await program()
        return trio.current_time() - began

    return trio.run(timed, clock=trio.testing.MockClock(autojump_threshold=0))
