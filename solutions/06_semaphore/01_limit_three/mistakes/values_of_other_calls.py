"""You remember values in the module, and a later call gets them without a fetch.

Within one call that saves fetches of keys that occur again, and does no harm. But the module lives
as long as the program: a call tomorrow gets today's values. What one call has learned belongs in
that call.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

_known: dict = {}


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    """Return the value of every key, in the order of `keys`.

    At most `limit` fetches run at the same time (`limit` is at least 1), and a place that
    becomes free is used at once.
    """
    places = asyncio.Semaphore(limit)

    async def fetch_one(key: K) -> V:
        if key not in _known:
            async with places:
                _known[key] = await fetch(key)
        return _known[key]

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
