"""`acquire()` was called but not awaited, so no place was taken.

It is a coroutine function: the call only makes a coroutine object, and every fetch goes ahead. The
`release` afterwards then adds a place that nobody had taken. Put `await` in front, or better, write
`async with`.
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
        places.acquire()
        try:
            return await fetch(key)
        finally:
            places.release()

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
