"""A lock for each key: the second caller finds what the first one stored."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    locks: dict[K, asyncio.Lock] = {}
    found: dict[K, V] = {}

    async def look_up(key: K) -> V:
        async with locks.setdefault(key, asyncio.Lock()):
            if key not in found:
                found[key] = await fetch(key)
        return found[key]

    return list(await asyncio.gather(*(look_up(key) for key in keys)))
