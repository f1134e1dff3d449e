"""You ask for the time again and again until the beat has come.

Between two looks the others get a turn, so nothing is blocked. But your loop never rests: it asks
thousands of times for one wait, and keeps a processor busy with nothing.
You know how long it will take. Sleep for just as long.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        while loop.time() < beat:
            await asyncio.sleep(0)
        began = loop.time()
        await tick(number)
        while beat <= began:
            beat += period
