"""When you are cancelled you stop and return, as if all ticks had been made.

To stop is right. But whoever cancelled you waits for CancelledError to come out, and whoever awaits
you believes that all went well.
Clean up if you have to, and let it out.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        try:
            await asyncio.sleep(beat - loop.time())
            began = loop.time()
            await tick(number)
        except asyncio.CancelledError:
            return
        while beat <= began:
            beat += period
