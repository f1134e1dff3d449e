"""The first client serves every key, also those that it was not made for.

The slot remembers that somebody has connected, but not to what. Whoever asks for the orders gets
the client of the users.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    async with slot.setdefault("lock", asyncio.Lock()):
        if "client" not in slot:
            slot["client"] = await connect(key)
        return slot["client"]
