"""A cancel ends your wait, and op does not hear of it.

`asyncio.wait` waits for a task without owning it: when you are cancelled there, the task is not. So
the block around it is left, the permit is back, and op is still running.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with permits:
        running = asyncio.create_task(op())
        await asyncio.wait([running])
        return running.result()
