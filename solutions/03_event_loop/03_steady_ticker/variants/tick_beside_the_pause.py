"""Tick and pause run side by side; the pause aims at the beat after now."""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for number in range(count):
        now = loop.time()
        beat = start + (int((now - start) / period) + 1) * period
        async with asyncio.TaskGroup() as group:
            group.create_task(tick(number))
            if number < count - 1:
                group.create_task(asyncio.sleep(beat - now))
