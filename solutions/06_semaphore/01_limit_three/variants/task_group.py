"""A `TaskGroup`: after an error the others are cancelled."""

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

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch_one(key)) for key in keys]
    return [task.result() for task in tasks]
