"""When you are cancelled, you cancel op and leave before it is over.

`cancel()` is only a request. op has not heard of it yet, and may need time to clean up. It goes on
with that while the permit is back already, beside whoever comes next.
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
        try:
            await asyncio.wait([running])
        except asyncio.CancelledError:
            running.cancel()
            raise
        return running.result()
