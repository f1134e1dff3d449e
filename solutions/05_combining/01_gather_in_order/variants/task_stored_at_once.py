"""Each helper stores the task before it waits, so the next one finds it."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    tasks: dict[K, asyncio.Future[V]] = {}

    async def look_up(key: K) -> V:
        if key not in tasks:
            tasks[key] = asyncio.ensure_future(fetch(key))
        return await tasks[key]

    return list(await asyncio.gather(*(look_up(key) for key in keys)))
