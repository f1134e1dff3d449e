"""All ticks wait for their own beats at the same time, and run over each other when one is long.

Each of them knows when it is due, and none of them knows whether the one before it has ended.
One coroutine that awaits one tick after the other cannot overlap.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    async def later(number: int) -> None:
        await asyncio.sleep(number * period)
        await tick(number)

    await asyncio.gather(*(later(number) for number in range(count)))
