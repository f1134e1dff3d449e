"""A future that nobody sets, until the loop's clock says that it is enough."""

import asyncio
from typing import Any


async def ticker(period: float, count: int, tick: Any) -> None:
    loop = asyncio.get_running_loop()
    due = loop.time()
    for number in range(count):
        try:
            async with asyncio.timeout_at(due):
                await loop.create_future()
        except TimeoutError:
            pass
        while due <= loop.time():
            due += period
        await tick(number)
