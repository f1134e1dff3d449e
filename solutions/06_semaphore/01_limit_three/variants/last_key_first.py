"""Workers that take keys from the end of a list: any order will do."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


async def fetch_limited(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K], limit: int
) -> list[V]:
    waiting = list(enumerate(keys))
    values: dict[int, V] = {}

    async def work() -> None:
        while waiting:
            index, key = waiting.pop()
            values[index] = await fetch(key)

    await asyncio.gather(*(work() for _ in range(limit)))
    return [values[index] for index in range(len(keys))]
