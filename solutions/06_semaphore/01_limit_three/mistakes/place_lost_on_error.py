"""After an error the place is never given back.

`release` stands on the line after the fetch. When the fetch raises, that line is skipped and
the place is gone; the others wait for it for ever. Put `release` in a `finally`, or use
`async with`, which does exactly that.
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
        await places.acquire()
        value = await fetch(key)
        places.release()
        return value

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
