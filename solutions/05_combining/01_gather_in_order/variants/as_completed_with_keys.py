"""`as_completed`, where each result carries its key."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    async def labelled(key: K) -> tuple[K, V]:
        return key, await fetch(key)

    found: dict[K, V] = {}
    for job in asyncio.as_completed(
        [labelled(key) for key in dict.fromkeys(keys)]
    ):
        key, value = await job
        found[key] = value
    return [found[key] for key in keys]
