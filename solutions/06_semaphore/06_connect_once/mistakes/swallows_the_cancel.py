"""A cancel was caught, and the caller got None as if nothing had happened.

Whoever cancelled you waits to see CancelledError come out, and here nothing comes out but a None.
Catch it where there is something to clean up, and then raise it again.
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
            try:
                clients[key] = await connect(key)
            except asyncio.CancelledError:
                return None
        return clients[key]
