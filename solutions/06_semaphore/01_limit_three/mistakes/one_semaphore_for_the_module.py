"""All calls share one semaphore, made once for the whole module.

It looks economical to make it at the top. But then it knows nothing of `limit`, two callers
take places away from each other, and as soon as a second event loop comes along it fails with
"is bound to a different event loop". A semaphore belongs to the call, or the object, whose
work it limits.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


PLACES = asyncio.Semaphore(3)


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    async def fetch_one(key: K) -> V:
        async with PLACES:
            return await fetch(key)

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
