"""You count the beat that is nearest to a late start, and that may be one that is still to come.

A tick that starts shortly after a beat is counted right. One that starts shortly before the next
beat is rounded up to it, and then the beat after that is waited for: one of them is left out.
A beat is over when its time has come, not when it is near.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    beat = 0
    for number in range(count):
        await asyncio.sleep(start + beat * period - loop.time())
        beat = round((loop.time() - start) / period) + 1
        await tick(number)
