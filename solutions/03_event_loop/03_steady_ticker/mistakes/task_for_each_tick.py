"""You start a task on each beat and do not wait for it, so that a long tick overlaps the next ones.

The starts are wonderfully regular. But a tick that takes longer than a period is still running when
the next one begins, and when you return the last tick has only just started.
A tick has to have ended before the next one starts.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    for number in range(count):
        asyncio.create_task(tick(number))
        if number < count - 1:
            await asyncio.sleep(period)
