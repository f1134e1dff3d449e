"""A key that occurs twice was fetched twice.

`gather` over all keys gives the right values in the right order, and this is nearly it. But
the second fetch of the same key is work that nobody needs, and the server counts it. Fetch
each different key once and use its value in every place.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    return list(await asyncio.gather(*(fetch(key) for key in keys)))
