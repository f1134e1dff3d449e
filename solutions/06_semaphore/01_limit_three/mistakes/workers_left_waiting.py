"""The workers were never told to stop.

A worker in `while True` waits at the queue for the next key, also when there will be none, and is
still there after you have returned. And when one ends with an error, nobody looks at it. Let the
workers end when the queue is empty, or cancel them, and await them either way.
"""

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
    values: dict[int, V] = {}

    async def work() -> None:
        while True:
            index, key = await queue.get()
            try:
                values[index] = await fetch(key)
            finally:
                queue.task_done()

    for _ in range(limit):
        asyncio.create_task(work())
    await queue.join()
    return [values[index] for index in range(len(keys))]
