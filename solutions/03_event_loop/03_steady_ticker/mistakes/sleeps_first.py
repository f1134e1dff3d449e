"""The first tick comes one period late, and with it all the others.

The beats are in step, but the first of them is the moment at which you are called: the first tick
waits for nothing.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time() + period
    for number in range(count):
        await asyncio.sleep(beat - loop.time())
        began = loop.time()
        await tick(number)
        while beat <= began:
            beat += period
