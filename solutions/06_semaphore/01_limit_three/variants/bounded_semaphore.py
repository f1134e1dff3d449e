"""A `BoundedSemaphore`, taken and given back by hand with `finally`."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    places = asyncio.BoundedSemaphore(limit)

    async def fetch_one(key: K) -> V:
        await places.acquire()
        try:
            return await fetch(key)
        finally:
            places.release()

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
