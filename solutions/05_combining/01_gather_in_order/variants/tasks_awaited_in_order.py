"""Tasks in a dict, awaited one after another: they are already running."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    tasks: dict[K, asyncio.Future[V]] = {}
    for key in keys:
        if key not in tasks:
            tasks[key] = asyncio.ensure_future(fetch(key))
    return [await tasks[key] for key in keys]
