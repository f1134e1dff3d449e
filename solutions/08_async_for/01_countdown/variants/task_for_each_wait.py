"""Each wait is a task of its own, made when its number is asked for."""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        task = asyncio.create_task(asyncio.sleep(period, number))
        try:
            yield await task
        finally:
            task.cancel()
