"""The countdown goes on to 0: one number and one wait too many.

The end of a `range` is not reached, so `range(n, -1, -1)` includes 0. The last number here is 1,
and `countdown(0, ...)` gives none at all.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, -1, -1):
        await asyncio.sleep(period)
        yield number
