"""Every call connects anew; nothing is kept.

The connects come one after another, under a lock, so that the database sees only one at a time. But
the second caller wanted the client that is there already, and waits for one more connect instead.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    locks = slot.setdefault("locks", {})
    async with locks.setdefault(key, asyncio.Lock()):
        return await connect(key)
