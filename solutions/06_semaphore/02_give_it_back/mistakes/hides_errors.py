"""An error of op disappears.

The permit comes back, but the caller gets None and takes it for a value. Whoever gives back does
not have to catch: a `finally` runs and lets the error go on.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with permits:
        try:
            return await op()
        except Exception:
            return None
