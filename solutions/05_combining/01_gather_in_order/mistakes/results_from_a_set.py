"""`asyncio.wait` gives back a set, and a set has no order.

All fetches ran together, which is right. But `done` does not know which task belongs to
which key, and for an empty list `wait` even refuses to start. Keep your own dict or list of
tasks and read the results from that, in the order of the keys.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    tasks = [asyncio.ensure_future(fetch(key)) for key in dict.fromkeys(keys)]
    done, _ = await asyncio.wait(tasks)
    return [task.result() for task in done]
