"""Ticks whose beat was missed are left out, so there are fewer than were asked for.

Beats may go by without a tick; ticks may not. The caller asked for a number of ticks and gets all
of them, if need be over a longer time.
Count the ticks and the beats separately.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    number = 0
    while number < count:
        await asyncio.sleep(start + number * period - loop.time())
        await tick(number)
        number += 1
        while number < count and start + (number + 1) * period <= loop.time():
            number += 1
