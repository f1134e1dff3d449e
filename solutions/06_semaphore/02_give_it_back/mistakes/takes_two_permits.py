"""Two permits are taken for one op, and one of them is never given back.

`acquire` takes one, and `async with` takes another. With a single permit the second wait never
ends; with more of them one is gone after every use. The two are ways to write the same, not two
halves of it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    await permits.acquire()
    async with permits:
        return await op()
