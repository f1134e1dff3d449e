"""A failed fetch came back as if it were a value.

`return_exceptions=True` keeps one error from disturbing the others, and puts it among the
results. The caller gets a list with an exception in it and does not know. Look through the
results and raise, or leave the argument out.
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
            return await fetch(key)

    jobs = (fetch_one(key) for key in keys)
    return list(await asyncio.gather(*jobs, return_exceptions=True))
