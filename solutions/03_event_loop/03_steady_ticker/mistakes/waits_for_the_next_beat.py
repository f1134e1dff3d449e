"""A tick that is late waits for the next beat, although it could start at once.

The ticks stay on the beat, and the time until then is lost. When a beat was missed, the next tick
starts the moment the one before it ends; only the tick after that waits for a beat.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        await asyncio.sleep(beat - loop.time())
        await tick(number)
        beat += period
        while beat < loop.time():
            beat += period
