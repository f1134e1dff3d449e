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

    tasks = [
        asyncio.create_task(fetch_one(*place)) for place in enumerate(keys)
    ]
    try:
        for job in asyncio.as_completed(tasks):
            index, value = await job
            values[index] = value
    finally:
        for task in tasks:
            task.cancel()
    return [values[index] for index in range(len(keys))]
