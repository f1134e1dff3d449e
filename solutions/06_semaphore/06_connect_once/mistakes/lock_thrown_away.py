"""Whoever is done throws the lock away, though others still stand before it.

When the first connect fails, the next in line goes on with the old lock. Somebody who comes
just then finds no lock, makes a new one, and connects at the same time. As long as anybody waits at
a lock it must stay where newcomers find it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]) -> C:
    locks = slot.setdefault("locks", {})
    clients = slot.setdefault("clients", {})
    if key in clients:
        return clients[key]
    async with locks.setdefault(key, asyncio.Lock()):
        try:
            if key not in clients:
                clients[key] = await connect(key)
            return clients[key]
        finally:
            locks.pop(key, None)
