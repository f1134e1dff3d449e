"""Everybody who hears of the failure throws out what stands in the slot, also what is new there.

The first one throws out the failed task, asks again and puts a new one there. The second one throws
out the new one, and its own next call starts another connect beside it. Throw out only what failed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    if key not in slot:
        slot[key] = asyncio.ensure_future(connect(key))
    try:
        return await asyncio.shield(slot[key])
    except Exception:
        slot.pop(key, None)
        raise
