"""You look now and then whether op is over, and hold the permit until the next look.

Whoever waits for it begins late. And a cancel strikes while you sleep between two looks, where op
does not hear of it: you leave, the permit is back, and op goes on. Await op itself.
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
        while not running.done():
            await asyncio.sleep(0.1)
        return running.result()
