"""The limit is kept, but the values come in the order of arrival.

`as_completed` gives out whatever is ready first. With a limit it is easy to forget that short
fetches overtake long ones. `gather` keeps the order of its arguments.
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

    tasks = [asyncio.create_task(fetch_one(key)) for key in keys]
    return [await task for task in asyncio.as_completed(tasks)]
