"""The caller gets a coroutine object instead of a number.

`yield asyncio.sleep(...)` hands out the wait itself, not awaited, and nobody waits. Await it first,
here, and then hand out the number.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        yield asyncio.sleep(period, number)
