"""A context manager of its own."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

T = TypeVar("T")


@asynccontextmanager
async def held(
    permits: asyncio.Semaphore | asyncio.Lock,
) -> AsyncIterator[None]:
    await permits.acquire()
    try:
        yield
    finally:
        permits.release()


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with held(permits):
        return await op()
