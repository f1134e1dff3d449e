"""A failed fetch gives its place back twice.

`async with` gives a place back however its block is left, also by an error. The `release` in the
`except` adds one that nobody had taken, and from then on there is one fetch more than allowed.
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

    async def fetch_one(key: K) -> V:
        async with places:
            try:
                return await fetch(key)
            except Exception:
                places.release()
                raise

    values = await asyncio.gather(
        *(fetch_one(key) for key in keys), return_exceptions=True
    )
    for value in values:
        if isinstance(value, BaseException):
            raise value
    return list(values)
