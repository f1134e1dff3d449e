"""Everybody who comes while the first one connects opens a connection of their own.

Looking into the slot and putting the client there are two moments, and between them lies the
whole time that `connect` takes. All who look during that time see nothing. The last one to be ready
wins the place in the slot, and the other connections are lost.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    if key not in slot:
        slot[key] = await connect(key)
    return slot[key]
