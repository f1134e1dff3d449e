"""Whoever waits checks only now and then whether a place is free.

Asking again and again keeps the limit, but a place that becomes free stays empty until somebody
happens to check. Shorter pauses make it better and never right, and cost work. A semaphore wakes
the next one at that very moment (linters call this ASYNC110).
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    running = 0

    async def fetch_one(key: K) -> V:
        nonlocal running
        while running >= limit:
            await asyncio.sleep(0.3)
        running += 1
        try:
            return await fetch(key)
        finally:
            running -= 1

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
