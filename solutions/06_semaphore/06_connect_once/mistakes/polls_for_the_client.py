"""Those who wait look again now and then, and come late or never.

The client is there, and the waiter sleeps on until its next look. And if the first connect
fails, the mark "in progress" stays in the slot and everybody looks for ever. A lock or a task wakes
its waiters at that very moment.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    if key not in slot:
        slot[key] = None
        slot[key] = await connect(key)
    while slot[key] is None:
        await asyncio.sleep(0.1)
    return slot[key]
