"""One lock in the slot serves all keys, so one database waits for the other.

No client is made twice, and with a single key nobody would notice. With two keys the second connect
begins when the first one is over: twice the time for two things that have nothing to do with each
other.
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
    async with slot.setdefault(("lock",), asyncio.Lock()):
        if key not in slot:
            slot[key] = await connect(key)
        return slot[key]
