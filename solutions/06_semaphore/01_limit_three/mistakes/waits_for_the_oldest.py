"""Whoever begins next waits for the fetch that began first, not for the one that ends first.

You always take the first one out of the list of running fetches. When that one is slow, the others
end before it, and their places stay empty until it is over. A place is free when *any* fetch is
over.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    running: list[asyncio.Future[V]] = []
    values: list[V] = []
    for key in keys:
        if len(running) == limit:
            values.append(await running.pop(0))
        running.append(asyncio.ensure_future(fetch(key)))
    for task in running:
        values.append(await task)
    return values
