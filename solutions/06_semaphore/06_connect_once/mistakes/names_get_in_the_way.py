"""A lock stands in the slot under a name that may be some key's name.

The client of "users" and the lock "users_lock" share one dict. Whoever asks for a client of a
database of the second name gets the lock. What you keep for yourself needs a place that no key can
name.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    lock = slot.setdefault(key + "_lock", asyncio.Lock())
    async with lock:
        if key not in slot:
            slot[key] = await connect(key)
        return slot[key]
