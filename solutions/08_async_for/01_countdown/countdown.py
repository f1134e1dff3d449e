"""Count down, with a pause before each number."""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    """Yield `n`, `n - 1`, ..., `1`, each after a wait of `period` seconds."""
    for number in range(n, 0, -1):
        await asyncio.sleep(period)
        yield number
