"""The permit is back as soon as op has been started.

Starting a task takes no time. The block around it is over at the same moment, the permit is
free again, and the next one begins while op is still running. The wait for op has to happen
while the permit is held.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with permits:
        running = asyncio.ensure_future(op())
    return await running
