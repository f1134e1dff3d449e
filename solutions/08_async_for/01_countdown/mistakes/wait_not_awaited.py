"""The wait was made but not awaited, so nobody waited.

`asyncio.sleep(period)` only makes a coroutine object. Without `await` it is thrown away and the
numbers come all at once. Put `await` in front.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    for number in range(n, 0, -1):
        asyncio.sleep(period)
        yield number
