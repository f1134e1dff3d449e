"""After an error or a cancel the lock stays locked, and everybody else waits for ever.

`release` stands on the line after the connect, and that line is not reached when the connect fails
or when you are cancelled. Nobody can get past the lock any more, not even you.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    lock = slot.setdefault(("lock", key), asyncio.Lock())
    await lock.acquire()
    if key not in slot:
        slot[key] = await connect(key)
    lock.release()
    return slot[key]
