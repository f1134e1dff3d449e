"""The locks are kept in the module, so a connect in one slot waits for one in another slot.

The clients are where they should be, and no slot sees those of the others. But a key of the same
name in two slots means two databases, and they have to share the one lock of that name.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")
LOCKS: dict[str, asyncio.Lock] = {}


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    async with LOCKS.setdefault(key, asyncio.Lock()):
        if key not in slot:
            slot[key] = await connect(key)
        return slot[key]
