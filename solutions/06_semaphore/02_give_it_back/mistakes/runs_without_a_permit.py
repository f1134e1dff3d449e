"""Whoever finds no free permit runs op without one.

The permits say how many may run at a time, and you let everybody in: those who have one, and those
who have none. Wait until a permit is free.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    if permits.locked():
        return await op()
    async with permits:
        return await op()
