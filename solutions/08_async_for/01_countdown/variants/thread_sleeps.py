"""Another thread sleeps; the loop stays free."""

import asyncio
import time
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        await asyncio.to_thread(time.sleep, period)
        yield number
