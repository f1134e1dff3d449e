"""A client is found without the lock; who finds none looks again behind it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    if ("client", key) in slot:
        return slot["client", key]
    lock = slot.setdefault(("lock", key), asyncio.Lock())
    async with lock:
        if ("client", key) not in slot:
            slot["client", key] = await connect(key)
    return slot["client", key]
