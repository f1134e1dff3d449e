"""Connect lazily, once for each key, whoever comes first."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    """Return the client for `key`: the slot's, or else `await connect(key)`.

    Everything that has to be remembered is kept in `slot`. Raises what
    `connect` raises.
    """
    locks = slot.setdefault("locks", {})
    clients = slot.setdefault("clients", {})
    async with locks.setdefault(key, asyncio.Lock()):
        # Whoever held the lock before may have connected.
        if key not in clients:
            clients[key] = await connect(key)
        return clients[key]
