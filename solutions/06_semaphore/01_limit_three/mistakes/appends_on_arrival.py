"""Each fetch appends its value when it is there, so the quick ones come first.

All the values are in the list, and none stands where its key stands. What a coroutine returns goes
to whoever awaits it, and `gather` keeps that in order; a list for all of them knows no order but
that of arrival.
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
    values: list[V] = []

    async def fetch_one(key: K) -> None:
        async with places:
            values.append(await fetch(key))

    await asyncio.gather(*(fetch_one(key) for key in keys))
    return values
