"""After a failed connect you try again by yourself, and the caller never hears of the error.

It is kindly meant, but whoever called you has to decide whether to wait again: perhaps the name is
wrong and no attempt will ever succeed. A failure is not remembered, and it does come out.
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
        while key not in clients:
            try:
                clients[key] = await connect(key)
            except Exception:
                continue
        return clients[key]
