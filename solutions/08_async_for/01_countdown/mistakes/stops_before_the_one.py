"""The countdown ends with 2.

The end of a `range` is not reached, so `range(n, 1, -1)` leaves out the 1. To include it, the range
has to end one further down, at 0.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 1, -1):
        await asyncio.sleep(period)
        yield number
