"""The place is taken outside and given back when the task is over."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    places = asyncio.Semaphore(limit)
    tasks: list[asyncio.Future[V]] = []
    for key in keys:
        await places.acquire()
        task = asyncio.ensure_future(fetch(key))
        task.add_done_callback(lambda _: places.release())
        tasks.append(task)
    return list(await asyncio.gather(*tasks))
