"""A permit that becomes free stays unused until somebody happens to look.

Between two looks it lies there, and at the next one a newcomer may have been quicker. `acquire`
wakes the next one at that very moment (linters call such a loop ASYNC110).
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    while permits.locked():
        await asyncio.sleep(0.3)
    async with permits:
        return await op()
