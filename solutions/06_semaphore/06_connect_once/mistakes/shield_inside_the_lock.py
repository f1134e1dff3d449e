"""A cancelled caller lets go of the lock while its connect goes on behind the shield.

The next one in line gets the lock, finds no client and connects, beside a connect that still runs
and whose client nobody will ever fetch. A shield keeps the work going; somebody must still be there
who puts its result into the slot.
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
    async with locks.setdefault(key, asyncio.Lock()):
        if key not in clients:
            clients[key] = await asyncio.shield(connect(key))
        return clients[key]
