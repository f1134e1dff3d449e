"""Those who waited take what is in the slot, and after a failed connect nothing is there.

The event says that the first one has ended. It does not say that it went well. Those who waited get
None for a client, and the error shows up somewhere else, far from its cause.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    clients = slot.setdefault("clients", {})
    connecting = slot.setdefault("connecting", {})
    if key in connecting:
        await connecting[key].wait()
        return clients.get(key)
    if key not in clients:
        connecting[key] = asyncio.Event()
        try:
            clients[key] = await connect(key)
        finally:
            connecting.pop(key).set()
    return clients[key]
