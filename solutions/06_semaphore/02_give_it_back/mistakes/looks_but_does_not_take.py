"""op runs after a look at the permits, and takes none.

`locked()` only tells how things are at this moment. Whoever looks and then runs without taking
leaves the counter as it was: the next one sees a free permit too, and all run at once.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    while permits.locked():
        await asyncio.sleep(0.125)
    return await op()
