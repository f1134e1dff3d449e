"""The keys were dealt out in advance, and a lane with short fetches has nothing left to do.

Every third key for each of three lanes never breaks the limit. But who gets the slow ones is luck,
and an idle lane cannot help the busy one. Let each worker take the next key when it is free, from
one list for all.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    values: dict[int, V] = {}

    async def lane(first: int) -> None:
        for index in range(first, len(keys), limit):
            values[index] = await fetch(keys[index])

    await asyncio.gather(*(lane(first) for first in range(limit)))
    return [values[index] for index in range(len(keys))]
