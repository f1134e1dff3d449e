"""A value that counts as false is taken for no value, and fetched again.

`or` asks whether the value is true, and None, 0 and an empty text are not. They are answers all the
same. The key is fetched twice, and its place is taken for twice as long.
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
        async with places:
            return await fetch(key) or await fetch(key)

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
