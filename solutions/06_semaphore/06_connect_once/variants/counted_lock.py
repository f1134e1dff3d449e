"""The lock goes when the last one who wants it goes."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    clients = slot.setdefault("clients", {})
    locks = slot.setdefault("locks", {})
    if key in clients:
        return clients[key]
    lock, wanted = locks.get(key, (asyncio.Lock(), 0))
    locks[key] = lock, wanted + 1
    try:
        async with lock:
            if key not in clients:
                clients[key] = await connect(key)
            return clients[key]
    finally:
        lock, wanted = locks.pop(key)
        if wanted > 1:
            locks[key] = lock, wanted - 1
