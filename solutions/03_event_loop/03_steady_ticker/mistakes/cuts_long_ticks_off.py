"""A tick that needs more than one period is cancelled in the middle.

That keeps the beat and loses the work: a reading that takes longer is not a failed reading. What
a long tick may do is make the next one late.
Let every tick run to its end.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for number in range(count):
        await asyncio.sleep(start + number * period - loop.time())
        try:
            async with asyncio.timeout(period):
                await tick(number)
        except TimeoutError:
            pass
