"""You tick once more than you were asked to.

The loop looks whether the work is done after a tick, not before it: so the number that should stop
it gets its tick too, and a count of 0 still gives one.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    number = 0
    while True:
        await asyncio.sleep(beat - loop.time())
        began = loop.time()
        await tick(number)
        while beat <= began:
            beat += period
        number += 1
        if number > count:
            break
