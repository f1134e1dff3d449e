"""Your beats are 10 s apart, whatever period you are given.

10 is the period of the example. The caller says which one it wants.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    beat = loop.time()
    for number in range(count):
        await asyncio.sleep(beat - loop.time())
        began = loop.time()
        await tick(number)
        while beat <= began:
            beat += 10
