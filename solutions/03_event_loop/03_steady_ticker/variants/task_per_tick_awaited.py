"""Each tick is a task, and it is awaited before the next one."""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    due = start
    for number in range(count):
        if due > loop.time():
            await asyncio.sleep(due - loop.time())
        while due <= loop.time():
            due += period
        running = asyncio.create_task(tick(number), name=f"tick {number}")
        await running
