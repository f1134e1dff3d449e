"""A failed connect was caught, and the caller got None instead of its error.

Whoever asked for a client now holds None and believes that all is well. What has to be forgotten
after a failure is the failure, not the error: it must come out.
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
            except Exception:
                return None
        return clients[key]
