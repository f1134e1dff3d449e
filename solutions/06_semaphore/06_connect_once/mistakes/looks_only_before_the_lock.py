"""Those who waited for the lock connect once more, one after another.

They looked into the slot before they waited. While they waited at the lock, the first one put a
client there, and what they saw is no longer true. What was looked up before a wait has to be looked
up again after it.
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
    async with slot.setdefault(("lock", key), asyncio.Lock()):
        slot[key] = await connect(key)
        return slot[key]
