"""Recursion: each half is fetched beside the other one."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    async def part(some: Sequence[K]) -> dict[K, V]:
        if len(some) < 2:
            return {key: await fetch(key) for key in some}
        middle = len(some) // 2
        left, right = await asyncio.gather(
            part(some[:middle]), part(some[middle:])
        )
        return left | right

    found = await part(list(dict.fromkeys(keys)))
    return [found[key] for key in keys]
