"""Whoever begins next waits for the fetch that began first, not for the one that ends first.

The list of running fetches is worked off from its front. When the oldest one is slow, the others
end behind it and their places stay empty until it is through. A place is free when *any* fetch is
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
