"""op is called before there is a permit.

The call makes a coroutine object that then waits in a variable. Whoever is cancelled before a
permit is free leaves it there, and it is never awaited. Call op in the line that awaits it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    work = op()
    async with permits:
        return await work
