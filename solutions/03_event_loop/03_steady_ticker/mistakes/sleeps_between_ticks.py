"""You pause for a whole period after each tick, so the ticks drift.

A tick takes time too, and that comes on top of the pause: the next one starts a period plus a tick
later, not a period later. After a hundred ticks you are a hundred ticks late.
The time to wait is what is left until the next beat.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    for number in range(count):
        await tick(number)
        if number < count - 1:
            await asyncio.sleep(period)
