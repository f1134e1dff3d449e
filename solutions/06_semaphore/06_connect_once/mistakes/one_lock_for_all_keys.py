"""All keys share one lock, so a connect to one database waits for the connect to another.

No client is made twice, and with a single key nobody would notice. With two keys the second connect
begins when the first one is over: twice the time for two things that have nothing to do with each
other.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    lock = slot.setdefault("lock", asyncio.Lock())
    clients = slot.setdefault("clients", {})
    async with lock:
        if key not in clients:
            clients[key] = await connect(key)
        return clients[key]
