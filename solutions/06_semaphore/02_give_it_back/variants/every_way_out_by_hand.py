"""Without `finally`: each way out has its own line."""

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
    except BaseException:
        permits.release()
        raise
    else:
        permits.release()
        return value
