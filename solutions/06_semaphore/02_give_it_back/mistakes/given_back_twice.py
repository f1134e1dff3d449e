"""The permit is given back twice.

`async with` gives it back at the end of its block, and so does the `finally` inside. Each call
leaves one permit more than there was, so the limit grows with every use. A Lock or a
BoundedSemaphore refuses the second time with an error.
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
        finally:
            permits.release()
