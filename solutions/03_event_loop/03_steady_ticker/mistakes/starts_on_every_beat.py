"""You start a task on each beat, whether or not the tick before has ended, and wait at the end.

Each tick is on its beat, and all of them are waited for. But a tick that takes longer than a period
is still running when the next one begins; and when one fails, those on later beats start all the
same.
Wait for each tick before you start the next one.
"""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    tasks = []
    for number in range(count):
        tasks.append(asyncio.create_task(tick(number)))
        if number < count - 1:
            await asyncio.sleep(period)
    for task in tasks:
        await task
