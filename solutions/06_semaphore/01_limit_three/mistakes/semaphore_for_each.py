"""Every fetch has a semaphore of its own.

A semaphore counts the places of those who *share* it. Made inside the inner coroutine, there is a
new one for each key, with all its places free, and nobody ever waits. Make it once, outside, and
let all of them use the same.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    async def fetch_one(key: K) -> V:
        async with asyncio.Semaphore(limit):
            return await fetch(key)

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
