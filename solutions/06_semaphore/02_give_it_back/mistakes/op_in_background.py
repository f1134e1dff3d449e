"""op is started and left alone.

You return before it has ended: its value is lost, its error too, and the permit is back while
it is still running.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with permits:
        asyncio.ensure_future(op())
