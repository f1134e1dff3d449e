"""A cancel gives the permit back while op is still running.

The shield keeps the cancel away from op, but not from the one who waits for it. That one leaves
at once and takes the permit along, so op goes on without one, beside whoever comes next.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with permits:
        return await asyncio.shield(op())
