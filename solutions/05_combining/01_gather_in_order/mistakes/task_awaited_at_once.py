"""A task was made for each fetch, and awaited on the spot.

`create_task` followed at once by `await` is one after another again, only with more words:
the next task is not made before this one is over. Make all the tasks in one loop and await
them in a second one.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    found: dict[K, V] = {}
    for key in dict.fromkeys(keys):
        task = asyncio.ensure_future(fetch(key))
        found[key] = await task
    return [found[key] for key in keys]
