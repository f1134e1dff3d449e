"""The permit was asked for and never waited for.

`acquire()` is a coroutine: the call alone makes an object and takes nothing. op runs without a
permit, and afterwards one is given back that nobody took.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    permits.acquire()
    try:
        return await op()
    finally:
        permits.release()
