"""A shared connect is stopped when nobody waits; newcomers await its end."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


class Entry:
    def __init__(self) -> None:
        self.task: asyncio.Future[Any] | None = None
        self.waiting = 0
        self.clients: list[Any] = []


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    entry = slot.setdefault(key, Entry())
    while not entry.clients:
        task = entry.task
        if task is not None and not task.done() and not entry.waiting:
            await asyncio.wait([task])
            continue
        if task is None or task.done():
            task = entry.task = asyncio.ensure_future(
                fill(entry, key, connect)
            )
        entry.waiting += 1
        try:
            await asyncio.shield(task)
        finally:
            entry.waiting -= 1
            if not entry.waiting:
                task.cancel()
    return entry.clients[0]


async def fill(
    entry: Entry, key: str, connect: Callable[[str], Awaitable[Any]]
) -> None:
    entry.clients.append(await connect(key))
