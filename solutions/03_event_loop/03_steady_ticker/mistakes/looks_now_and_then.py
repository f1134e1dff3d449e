"""You look now and then whether the beat has come, and so notice it late.

A beat that falls between two looks has to wait for the second one. Shorter pauses make it better
and never right, and cost work.
You know when the beat will be, so one wait of the right length is enough.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        while loop.time() < beat:
            await asyncio.sleep(0.3)
        began = loop.time()
        await tick(number)
        while beat <= began:
            beat += period
