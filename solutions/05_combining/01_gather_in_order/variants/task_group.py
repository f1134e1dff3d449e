"""A `TaskGroup` with one task per different key."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


async def fetch_all(
    fetch: Callable[[K], Awaitable[V]], keys: Sequence[K]
) -> list[V]:
    async def run(key: K) -> V:
        return await fetch(key)

    async with asyncio.TaskGroup() as group:
        tasks = {
            key: group.create_task(run(key)) for key in dict.fromkeys(keys)
        }
    return [tasks[key].result() for key in keys]
