"""`limit` workers that share one iterator of keys."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    waiting = iter(enumerate(keys))
    values: dict[int, V] = {}

    async def work() -> None:
        for index, key in waiting:
            values[index] = await fetch(key)

    await asyncio.gather(*(work() for _ in range(limit)))
    return [values[index] for index in range(len(keys))]
