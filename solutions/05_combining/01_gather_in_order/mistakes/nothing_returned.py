"""All the work was done, and then nothing was returned.

A function without `return` gives back None. The values were fetched and sorted into the
dict, but the caller never gets to see them.
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

    async def look_up(key: K) -> None:
        found[key] = await fetch(key)

    await asyncio.gather(*(look_up(key) for key in dict.fromkeys(keys)))
