"""`limit` workers that take keys from a queue until it is empty."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    queue: asyncio.Queue[tuple[int, K]] = asyncio.Queue()
    for place in enumerate(keys):
        queue.put_nowait(place)
    values: list[V | None] = [None] * len(keys)

    async def work() -> None:
        while not queue.empty():
            index, key = queue.get_nowait()
            values[index] = await fetch(key)

    await asyncio.gather(*(work() for _ in range(limit)))
    return values
