"""A class that takes on entering and gives back on leaving."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


class Permit:
    def __init__(self, permits: asyncio.Semaphore | asyncio.Lock) -> None:
        self.permits = permits

    async def __aenter__(self) -> None:
        await self.permits.acquire()

    async def __aexit__(self, *error: object) -> None:
        self.permits.release()


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with Permit(permits):
        return await op()
