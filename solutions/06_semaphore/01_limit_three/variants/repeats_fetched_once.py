"""A key that occurs again is not fetched again; it gets the same value."""

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

    wanted = list(dict.fromkeys(keys))
    values = await asyncio.gather(*(fetch_one(key) for key in wanted))
    found = dict(zip(wanted, values, strict=True))
    return [found[key] for key in keys]
