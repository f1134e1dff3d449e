"""`asyncio.wait`, with a dict that remembers which task is whose."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    tasks = {
        key: asyncio.ensure_future(fetch(key)) for key in dict.fromkeys(keys)
    }
    if tasks:
        await asyncio.wait(tasks.values())
    return [tasks[key].result() for key in keys]
