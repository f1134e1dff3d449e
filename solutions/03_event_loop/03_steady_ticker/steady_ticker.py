"""Steady ticker: do something on every beat, without drifting away."""

import asyncio
from collections.abc import Awaitable, Callable


async def ticker(period: float, count: int, tick: Callable[[int], Awaitable[None]]) -> None:
    """Await `tick(0)`, `tick(1)`, ... `count` times, `period` seconds from start to start.

    A tick that runs past the next beat delays only the one after it, which then starts at once;
    later ones are on the beat again. An error of a tick comes out.
    """
    loop = asyncio.get_running_loop()
    start = loop.time()
    beat = 0
    for number in range(count):
        await asyncio.sleep(start + beat * period - loop.time())  # no wait when it is over
        began = loop.time()
        await tick(number)
        beat += 1
        while start + beat * period <= began:  # missed: the tick that began then made up for it
            beat += 1
