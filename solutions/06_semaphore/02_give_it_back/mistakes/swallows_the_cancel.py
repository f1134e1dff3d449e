"""You were cancelled, and returned as if nothing had happened.

Whoever cancels waits to see CancelledError come out. Here it is caught and goes no further, so
a timeout around this call never fires and a program that wants to stop does not.
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
        except asyncio.CancelledError:
            return None
