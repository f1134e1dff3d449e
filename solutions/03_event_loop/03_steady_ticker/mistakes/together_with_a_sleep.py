"""Tick and pause run together, which is steady only until a tick is late.

The longer of the two decides when it goes on: a short tick costs nothing. After a long one the
next period is counted from its end, so all later ticks are off the beat.
What the pause has to aim at is a beat, counted from the first start.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    for number in range(count):
        pause = period if number < count - 1 else 0
        await asyncio.gather(tick(number), asyncio.sleep(pause))
