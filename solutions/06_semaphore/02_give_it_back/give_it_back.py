"""Hold a permit while something runs."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    """Return what `op()` gives; hold one of `permits` exactly while it runs.

    An error of `op` and a cancel come out; the permit is given back anyway.
    """
    async with permits:  # whoever is cancelled in this line has taken nothing
        return await op()
