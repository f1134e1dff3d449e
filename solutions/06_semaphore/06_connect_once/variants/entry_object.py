"""A small object for each key holds the lock and the client."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

C = TypeVar("C")


class Entry:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.clients: list[Any] = []

    async def client(
        self, key: str, connect: Callable[[str], Awaitable[C]]
    ) -> C:
        async with self.lock:
            if not self.clients:
                self.clients.append(await connect(key))
        return self.clients[0]


async def get_client(
    slot: dict[str, Any], key: str, connect: Callable[[str], Awaitable[C]]
) -> C:
    if key not in slot:
        slot[key] = Entry()
    return await slot[key].client(key, connect)
