"""The cancel was caught, and you returned as if nothing had happened.

CancelledError is how a caller says stop, and the caller waits to see it come out. Catch it to clean
up if there is something to clean up, and then raise it again.
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
    try:
        return list(await asyncio.gather(*tasks))
    except asyncio.CancelledError:
        return [
            task.result()
            for task in tasks
            if task.done() and not task.cancelled()
        ]
