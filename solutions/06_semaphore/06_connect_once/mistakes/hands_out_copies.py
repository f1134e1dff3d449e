"""Each caller gets a copy of the client, and no two have the same.

A copy is another object: what one caller changes in its client, the others do not see. All were to
share the one that `connect` returned.
"""

import asyncio
import copy
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    async with slot.setdefault(("lock", key), asyncio.Lock()):
        if key not in slot:
            slot[key] = await connect(key)
        return copy.copy(slot[key])
