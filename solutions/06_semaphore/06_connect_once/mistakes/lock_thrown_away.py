"""Whoever is done throws the lock away, though others still wait for it.

When the first connect fails, the next in line goes on with the old lock. Somebody who comes just
then finds no lock, makes a new one, and connects at the same time. As long as anybody waits at a
lock it must stay where newcomers find it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    if key in slot:
        return slot[key]
    lock = slot.setdefault(("lock", key), asyncio.Lock())
    try:
        async with lock:
            if key not in slot:
                slot[key] = await connect(key)
            return slot[key]
    finally:
        slot.pop(("lock", key), None)
