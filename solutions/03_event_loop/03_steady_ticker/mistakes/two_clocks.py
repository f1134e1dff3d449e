"""You take the start from one clock and the present from another one.

time.time() counts from 1970, loop.time() from a moment that means nothing, often when the computer
was switched on. Their difference is some years, and so long the second tick has to wait.
Take both times from the same clock. For waiting, that is the one of the loop.
"""

import asyncio
import time
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = time.time()
    for number in range(count):
        if number > 0:
            await asyncio.sleep(start + number * period - loop.time())
        await tick(number)
