"""When a tick fails you wait for the next beat, and only then does its error come out.

The tick runs in a task beside your pause, and you look at it when the pause is over. The error was
there long before. Whoever called you wants to know of a broken sensor at once.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        began = loop.time()
        running = asyncio.create_task(tick(number))
        while beat <= began:
            beat += period
        if number < count - 1:
            await asyncio.sleep(beat - began)
        await running
