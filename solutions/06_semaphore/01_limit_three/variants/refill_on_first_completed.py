"""`asyncio.wait` until any fetch is over, then start the next one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    tasks: list[asyncio.Future[V]] = []
    running: set[asyncio.Future[V]] = set()
    for key in keys:
        if len(running) >= limit:
            _, running = await asyncio.wait(
                running, return_when=asyncio.FIRST_COMPLETED
            )
        tasks.append(asyncio.ensure_future(fetch(key)))
        running.add(tasks[-1])
    return [await task for task in tasks]
