"""You were cancelled, and your tasks went on without you.

Tasks made with `create_task` live by themselves. Whoever awaits them one after another hands a
cancel on to one of them, and `asyncio.wait` to none: the others fetch on for somebody who has gone.
`gather` and `TaskGroup` pass a cancel on to all they hold.
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
        async with places:
            return await fetch(key)

    tasks = [asyncio.create_task(fetch_one(key)) for key in keys]
    return [await task for task in tasks]
