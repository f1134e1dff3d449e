"""Whoever finds no free permit is sent away.

The task is to wait until one is free. An error instead means that of many jobs started together
only the first few are ever done.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    if permits.locked():
        raise RuntimeError("all permits are taken")
    async with permits:
        return await op()
