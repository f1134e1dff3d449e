"""You give up when it takes long until a permit is free, and nobody asked you to.

A limit seems careful, but how long is too long is for your caller to say: asyncio.timeout around
the await of your function does it, and needs no word from you. Some jobs take ten minutes.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    await asyncio.wait_for(permits.acquire(), 60)
    try:
        return await op()
    finally:
        permits.release()
