"""op was never run: what comes back is its coroutine object.

Inside the block op is only called, which makes an object. The permit is given back at once, and
the caller gets something that still has to be awaited, now without any permit.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with permits:
        return op()
