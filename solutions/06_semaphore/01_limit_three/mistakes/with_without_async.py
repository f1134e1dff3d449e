"""The semaphore was entered with `with`, and needs `async with`.

Taking a place may mean waiting for it, and waiting has to let others run: only `async with` can do
that. Python says that the semaphore "does not support the context manager protocol".
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
        with places:
            return await fetch(key)

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
