"""After the last number there is one more wait.

A wait at the start and one after every number makes one too many: the caller's loop goes on for one
more period although nothing more will come, also when there are no numbers at all. One wait belongs
to each number, in front of it.
"""

import asyncio
from collections.abc import AsyncIterator


async def countdown(n: int, period: float) -> AsyncIterator[int]:
    await asyncio.sleep(period)
    for number in range(n, 0, -1):
        yield number
        await asyncio.sleep(period)
