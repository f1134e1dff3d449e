"""The first caller sets an event, however it ends; the others look again."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    clients = slot.setdefault("clients", {})
    connecting = slot.setdefault("connecting", {})
    while key not in clients:
        if key in connecting:
            await connecting[key].wait()
            continue
        over = connecting[key] = asyncio.Event()
        try:
            clients[key] = await connect(key)
        finally:
            del connecting[key]
            over.set()
    return clients[key]
