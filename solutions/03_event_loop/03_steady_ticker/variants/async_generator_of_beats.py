"""An async generator yields on the beats, and the loop over it ticks."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from typing import Any


async def beats(period: float) -> AsyncIterator[None]:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for beat in itertools.count():
        at = start + beat * period
        if at >= loop.time():
            await asyncio.sleep(at - loop.time())
            yield
        elif at + period > loop.time():
            yield  # the last one that was missed stands for all of them


async def ticker(period: float, count: int, tick: Any) -> None:
    if count == 0:
        return
    number = 0
    rhythm = beats(period)
    try:
        async for _ in rhythm:
            await tick(number)
            number += 1
            if number == count:
                break
    finally:
        await rhythm.aclose()
