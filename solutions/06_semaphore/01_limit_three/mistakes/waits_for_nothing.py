"""Without keys there are no tasks, and `asyncio.wait` refuses to wait for nothing.

With one key or more all is well, and the list without any is easily forgotten. `wait` raises
ValueError then; `gather` and `TaskGroup` accept that there is no work at all.
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
        await asyncio.wait(tasks)
    finally:
        for task in tasks:
            task.cancel()
    return [task.result() for task in tasks]
