"""The lock stands only around the storing, and the connecting goes on outside of it.

Three callers connect at the same time and then take turns at writing into the dict, which needs no
lock at all: between two awaits nobody else runs. What has to happen alone is all of it, from
the look into the slot to the client in it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    locks = slot.setdefault("locks", {})
    clients = slot.setdefault("clients", {})
    if key not in clients:
        client = await connect(key)
        async with locks.setdefault(key, asyncio.Lock()):
            clients[key] = client
    return clients[key]
