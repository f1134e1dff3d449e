"""After a long tick, the ones that were missed follow one another without a pause.

You add one period to the beat after each tick. After a long one that beat has gone by already, and
so may the next have: nobody waits, and the ticks start in a row until you have caught up. One late
tick was meant to make up for all beats that were missed.
Step past the beats that are over.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        now = loop.time()
        if now < beat:
            await asyncio.sleep(beat - now)
        await tick(number)
        beat += period
