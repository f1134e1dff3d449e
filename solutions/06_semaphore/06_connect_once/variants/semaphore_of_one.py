"""A semaphore with one place, taken and given back by hand."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    place, clients = slot.setdefault(key, (asyncio.Semaphore(1), []))
    await place.acquire()
    try:
        if not clients:
            clients.append(await connect(key))
    finally:
        place.release()
    return clients[0]
