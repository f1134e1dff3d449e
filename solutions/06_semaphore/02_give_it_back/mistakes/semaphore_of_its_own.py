"""Each call waits for a semaphore of its own, never for the permits it was given.

A semaphore counts those who share it. One that is made inside the call is always free, so
nobody waits, and all the ops run at once whatever the caller's permits say.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with asyncio.Semaphore(1):
        return await op()
