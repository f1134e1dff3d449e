"""One place was taken for all the fetches together.

The semaphore stands around the whole `gather`: you take a single place, and then all the fetches
run at once. Each fetch has to take a place of its own. Put the `async with` inside the coroutine
that fetches one key.
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
    async with places:
        return list(await asyncio.gather(*(fetch(key) for key in keys)))
