"""The whole batch waits for its slowest fetch.

Cutting the keys into groups of `limit` and gathering one group after another never breaks the
limit. But places stay empty while the longest fetch of a group goes on, and the next keys could
have begun. Share out the places one by one, not the keys in groups.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    values: list[V] = []
    for start in range(0, len(keys), limit):
        batch = keys[start : start + limit]
        values += await asyncio.gather(*(fetch(key) for key in batch))
    return values
