"""Taking, running and giving back together in one inner task."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async def hold_and_run() -> T:
        async with permits:
            return await op()

    return await asyncio.create_task(hold_and_run())
