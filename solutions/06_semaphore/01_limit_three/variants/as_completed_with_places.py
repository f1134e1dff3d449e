"""`as_completed`, where each value carries its place in the list."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    places = asyncio.Semaphore(limit)
    values: dict[int, V] = {}

    async def fetch_one(index: int, key: K) -> tuple[int, V]:
        async with places:
            return index, await fetch(key)

    for job in asyncio.as_completed([fetch_one(*place) for place in enumerate(keys)]):
        index, value = await job
        values[index] = value
    return [values[index] for index in range(len(keys))]
