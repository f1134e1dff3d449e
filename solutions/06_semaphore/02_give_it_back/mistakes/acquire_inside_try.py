"""Whoever is cancelled while waiting gives back a permit that was never taken.

The wait for the permit stands inside the `try`, so its `finally` runs also when that wait is
cut short. The counter goes up by one that nobody took, and from then on one too many gets in.
First take, and only then promise to give back.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    try:
        await permits.acquire()
        return await op()
    finally:
        permits.release()
