"""Lets all of them end, then raises the first error there is."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    found: dict[K, V] = {}

    async def run(key: K) -> None:
        found[key] = await fetch(key)

    jobs = (run(key) for key in set(keys))
    for error in await asyncio.gather(*jobs, return_exceptions=True):
        if error is not None:
            raise error
    return [found[key] for key in keys]
