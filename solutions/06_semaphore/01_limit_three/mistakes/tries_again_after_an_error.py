"""A fetch that fails is tried a second time.

It may well help. But nobody asked for it: a server that has just thrown you out sees you again at
once, and the place is taken for twice as long. The error of a fetch is for your caller, who may
know whether to try again.
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
            try:
                return await fetch(key)
            except Exception:
                return await fetch(key)

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
