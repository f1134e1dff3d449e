"""A client that counts as false is taken for a missing one, and connected again.

An empty pool is a good client, and an `if` takes it for false: whatever has the length 0 is.
Whether something is *there* and whether it is true are two questions.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    async with slot.setdefault(("lock", key), asyncio.Lock()):
        if not slot.get(key):
            slot[key] = await connect(key)
        return slot[key]
