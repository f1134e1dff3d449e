"""Whoever finds all places taken sleeps for a second first.

`locked()` tells whether somebody would have to wait, and there is nothing to do about it:
`async with` waits by itself, and wakes up at the moment when a place is free. The sleep goes
on while that place stays empty.
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

    async def fetch_one(key: K) -> V:
        if places.locked():
            await asyncio.sleep(1)
        async with places:
            return await fetch(key)

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
