"""Nobody ever sets the event; the timeout is the wait."""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        try:
            await asyncio.wait_for(asyncio.Event().wait(), period)
        except TimeoutError:
            yield number
