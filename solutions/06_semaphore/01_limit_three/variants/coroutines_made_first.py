"""All coroutine objects are made first; only who has a place awaits one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    places = asyncio.Semaphore(limit)
    fetches = [fetch(key) for key in keys]

    async def awaited(coming: Awaitable[V]) -> V:
        async with places:
            return await coming

    return list(await asyncio.gather(*map(awaited, fetches)))
