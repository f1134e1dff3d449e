"""A queue with `limit` seats, and a `None` that ends each worker."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    queue: asyncio.Queue[tuple[int, K] | None] = asyncio.Queue(maxsize=limit)
    values: dict[int, V] = {}

    async def work() -> None:
        while (place := await queue.get()) is not None:
            index, key = place
            values[index] = await fetch(key)

    async with asyncio.TaskGroup() as group:
        for _ in range(limit):
            group.create_task(work())
        for place in [*enumerate(keys), *[None] * limit]:
            await queue.put(place)
    return [values[index] for index in range(len(keys))]
