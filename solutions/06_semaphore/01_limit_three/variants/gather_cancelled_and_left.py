"""Workers in a `gather` that is cancelled by hand, and then never awaited."""

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
        async with places:
            return await fetch(key)

    everything = asyncio.gather(*map(fetch_one, keys))
    try:
        await asyncio.wait([everything])
    except asyncio.CancelledError:
        everything.cancel()
        raise
    return everything.result()
