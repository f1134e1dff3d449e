"""You call tick, but nobody awaits what it gives you, so nothing ticks.

The beats are all there. But calling a coroutine function only makes a coroutine object, and each of
them is thrown away without having run.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for number in range(count):
        await asyncio.sleep(start + number * period - loop.time())
        tick(number)
