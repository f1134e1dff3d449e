"""Stops the others when one has failed, and waits for their end."""

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
    if not tasks:
        return []
    try:
        done, _ = await asyncio.wait(
            tasks.values(), return_when=asyncio.FIRST_EXCEPTION
        )
        for task in done:
            task.result()
    finally:
        for task in tasks.values():
            task.cancel()
        await asyncio.wait(tasks.values())
    return [tasks[key].result() for key in keys]
