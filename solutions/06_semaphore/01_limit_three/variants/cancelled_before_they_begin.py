"""`asyncio.wait` refills before looking at errors: the newest never begins."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from itertools import islice
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    waiting = iter(enumerate(keys))
    running = {
        asyncio.ensure_future(fetch(key)): place
        for place, key in islice(waiting, limit)
    }
    values: dict[int, V] = {}
    try:
        while running:
            done, _ = await asyncio.wait(
                running, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                place = running.pop(task)
                for later, key in islice(waiting, 1):
                    running[asyncio.ensure_future(fetch(key))] = later
                values[place] = task.result()
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
    return [values[place] for place in range(len(keys))]
