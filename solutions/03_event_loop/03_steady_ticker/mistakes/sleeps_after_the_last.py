"""After the last tick you wait once more, for nobody.

A loop that ticks and then waits does both equally often. Between five ticks there are four waits,
and you should return the moment the last tick has ended.
Wait before a tick, or look whether another one will come.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        began = loop.time()
        await tick(number)
        while beat <= began:
            beat += period
        await asyncio.sleep(beat - loop.time())
