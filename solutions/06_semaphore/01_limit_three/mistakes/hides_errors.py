"""An error of `fetch` was caught and thrown away.

With `except Exception: return None` the place is given back and everybody goes on, but the
caller gets None for a value and will never know why. The place has to be given back *and*
the error has to come out.
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

    async def fetch_one(key: K) -> V | None:
        async with places:
            try:
                return await fetch(key)
            except Exception:
                return None

    return list(await asyncio.gather(*(fetch_one(key) for key in keys)))
