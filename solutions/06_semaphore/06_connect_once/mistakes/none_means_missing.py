"""A client that is None is taken for a missing one, and connected again.

`get` gives None for what is not there, and also for a None that is there. Whatever `connect`
returned is the client: ask whether there is an entry.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    async with slot.setdefault(("lock", key), asyncio.Lock()):
        if slot.get(key) is None:
            slot[key] = await connect(key)
        return slot[key]
