"""Each place is given back twice, so there are more places every time.

`async with` gives the place back by itself; the `release` in the `finally` gives back one that
nobody had taken. A plain semaphore counts up and says nothing, a `BoundedSemaphore` raises
ValueError. Leave one of the two out.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    places = asyncio.Semaphore(limit)

    async def fetch_one(key: K) -> V:
        try:
            async with places:
                return await fetch(key)
        finally:
            places.release()

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
