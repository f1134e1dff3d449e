"""The value of op is thrown away.

op is awaited under its permit, as it should be, but nothing hands its value on: a function
without `return` gives None.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with permits:
        await op()
