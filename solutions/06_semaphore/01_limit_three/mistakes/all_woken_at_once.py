"""One place becomes free, and all who wait for it are woken and go in together.

An `Event` that is set lets everybody through who waits for it. Each of them saw that there was a
free place, and after the wait nobody looks again. Whoever wakes up has to ask once more whether
there is room; a semaphore wakes just one.
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
    free = asyncio.Event()
    free.set()

    async def fetch_one(key: K) -> V:
        nonlocal running
        await free.wait()
        running += 1
        if running >= limit:
            free.clear()
        try:
            return await fetch(key)
        finally:
            running -= 1
            free.set()

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
