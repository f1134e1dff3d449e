"""A condition for the slot, and a set of the keys that are being worked on."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    changed = slot.setdefault("changed", asyncio.Condition())
    clients = slot.setdefault("clients", {})
    busy = slot.setdefault("busy", set())
    async with changed:
        await changed.wait_for(lambda: key in clients or key not in busy)
        if key in clients:
            return clients[key]
        busy.add(key)
    try:
        client = clients[key] = await connect(key)
    finally:
        busy.discard(key)
        await wake(changed)
    return client


async def wake(changed: asyncio.Condition) -> None:
    async with changed:
        changed.notify_all()
