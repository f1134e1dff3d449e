"""A queue for each key holds a list, which callers take out and put back."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    if key not in slot:
        slot[key] = asyncio.Queue()
        slot[key].put_nowait([])
    clients = await slot[key].get()
    try:
        if not clients:
            clients.append(await connect(key))
        return clients[0]
    finally:
        slot[key].put_nowait(clients)
