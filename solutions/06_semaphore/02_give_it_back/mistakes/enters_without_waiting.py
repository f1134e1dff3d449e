"""The permits are entered as if they never had to be waited for.

A lock of threads can be entered that way: it stops its thread until it is free. Taking a permit of
asyncio is a wait that lets the others go on, and a plain `with` cannot wait. Python says so with a
TypeError.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    with permits:
        return await op()
