"""The values come as a dict from key to value, and the caller asked for a list.

A dict has room for each key once: with a key that occurs twice it is shorter than `keys`. Let
`gather` return the values, in the order of its arguments, and put nothing around them.
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

    async def fetch_one(key: K) -> tuple[K, V]:
        async with places:
            return key, await fetch(key)

    return dict(await asyncio.gather(*(fetch_one(key) for key in keys)))
