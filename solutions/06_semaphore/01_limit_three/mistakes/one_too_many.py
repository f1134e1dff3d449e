"""The count is off by one: there is one fetch more than allowed.

"Wait while more than `limit` are running" lets the next one in when exactly `limit` are
running already. Ask what is true *after* you went in. With a semaphore there is nothing to
compare.
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
    changed = asyncio.Condition()

    async def fetch_one(key: K) -> V:
        nonlocal running
        async with changed:
            await changed.wait_for(lambda: running <= limit)
            running += 1
        try:
            return await fetch(key)
        finally:
            async with changed:
                running -= 1
                changed.notify_all()

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
