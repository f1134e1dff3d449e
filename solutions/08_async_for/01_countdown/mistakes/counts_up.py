"""The numbers go up from 0, and a countdown goes down to 1.

`range(n)` is the usual loop and gives 0 to n - 1. For a countdown give it a start, an end that
is not reached, and a step of -1.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n):
        await asyncio.sleep(period)
        yield number
