"""Those who wait ask again and again, without any pause.

`sleep(0)` lets the others have a turn, and then the question comes back at once: thousands
of times until a place is free, with the processor at full speed. Waiting means that somebody
wakes you. That is what a semaphore does.
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
            await asyncio.sleep(0)
        running += 1
        try:
            return await fetch(key)
        finally:
            running -= 1

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
