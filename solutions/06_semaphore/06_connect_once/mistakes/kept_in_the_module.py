"""The clients are kept in the module, and every slot finds those of the others.

One dict at the top of the file serves the whole program, whichever slot a caller hands over. Two
services with a database of the same name now share one client, and a fresh slot is not fresh.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


CLIENTS = {}
LOCKS = {}


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    async with LOCKS.setdefault(key, asyncio.Lock()):
        if key not in CLIENTS:
            CLIENTS[key] = await connect(key)
        return CLIENTS[key]
