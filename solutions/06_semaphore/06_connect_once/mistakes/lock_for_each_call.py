"""Each call makes a lock of its own, and nobody else ever has to wait for it.

A lock keeps out only those who ask for the *same* lock. Here three callers hold three locks and
connect three times, side by side. The lock has to live where all callers of a key find it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    lock = asyncio.Lock()
    async with lock:
        if key not in slot:
            slot[key] = await connect(key)
        return slot[key]
