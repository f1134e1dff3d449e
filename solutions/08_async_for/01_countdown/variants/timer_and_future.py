"""A timer of the loop that resolves a future, instead of `sleep`."""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    loop = asyncio.get_running_loop()
    for number in range(n, 0, -1):
        due = loop.create_future()
        timer = loop.call_later(period, due.set_result, number)
        try:
            yield await due
        finally:
            timer.cancel()
