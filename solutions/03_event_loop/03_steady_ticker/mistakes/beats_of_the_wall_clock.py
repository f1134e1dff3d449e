"""Your beats are the round times of the clock, and you are rarely called on one.

Rounding the clock up to a multiple of the period gives beats that everybody shares, like full
minutes. Here the first beat is the moment at which you are called, whatever the clock shows, so
all your ticks after the first come too early.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    for number in range(count):
        began = loop.time()
        await tick(number)
        if number < count - 1:
            beat = (began // period + 1) * period
            await asyncio.sleep(beat - loop.time())
