"""All calls share a lock of the module, and so only one op runs at a time.

How many may run is for the permits to say. With three of them two stay free while everybody stands
in the line at your lock. It also belongs to the loop in which somebody first had to wait for it:
in another one it raises RuntimeError.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

one_at_a_time = asyncio.Lock()


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with one_at_a_time, permits:
        return await op()
