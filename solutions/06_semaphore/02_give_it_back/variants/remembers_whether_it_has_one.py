"""All inside one `try`; a flag says if there is something to give back."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    has_permit = False
    try:
        has_permit = await permits.acquire()
        return await op()
    finally:
        if has_permit:
            permits.release()
