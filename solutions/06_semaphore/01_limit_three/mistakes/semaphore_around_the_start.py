"""The place is held while the task is made, not while it runs.

`ensure_future` and `create_task` return at once: by the time the fetch really begins, the
`async with` block is over and the place has been given back. Take the place inside the
coroutine that fetches.
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
    tasks = []
    for key in keys:
        async with places:
            tasks.append(asyncio.ensure_future(fetch(key)))
    return list(await asyncio.gather(*tasks))
