"""Your first tick has the number 1, and the last one is one too high.

Counting from one is natural for people, so the ticks look complete. The task counts from 0: the
first number is also the number of ticks that have been before.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(1, count + 1):
        await asyncio.sleep(beat - loop.time())
        began = loop.time()
        await tick(number)
        while beat <= began:
            beat += period
