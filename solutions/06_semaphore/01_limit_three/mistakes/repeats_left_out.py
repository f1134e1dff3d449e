"""A key that occurs twice got only one place in the answer.

A dict or a set of the keys has each of them once, and so have the values that come out of it.
The caller asked for one value per key, in the order of `keys`, also for those that occur again.
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
    values: dict[K, V] = {}

    async def fetch_one(key: K) -> None:
        async with places:
            values[key] = await fetch(key)

    wanted = list(dict.fromkeys(keys))
    await asyncio.gather(*(fetch_one(key) for key in wanted))
    return [values[key] for key in wanted]
