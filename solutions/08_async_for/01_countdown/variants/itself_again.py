"""The number, and then the rest of the countdown from itself."""

import asyncio
import contextlib
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    if n > 0:
        await asyncio.sleep(period)
        yield n
        async with contextlib.aclosing(countdown(n - 1, period)) as rest:
            async for number in rest:
                yield number
