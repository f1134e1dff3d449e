"""The waits shrink with the numbers: n periods first, one at the end.

`period * number` makes the first wait the longest. There is one wait for each number, and all of
them take one period.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        await asyncio.sleep(period * number)
        yield number
