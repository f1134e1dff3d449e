"""A fetch failed, its worker ended with it, and the queue is never emptied.

`queue.join()` counts `task_done()` calls. The worker that met the error never made its call and
takes no more keys, so the count cannot reach zero. Whoever waits has to hear about a failed worker:
call `task_done` in a `finally`, and look at the workers' results.
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
            values[index] = await fetch(key)
            queue.task_done()

    workers = [asyncio.create_task(work()) for _ in range(limit)]
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    return [values[index] for index in range(len(keys))]
