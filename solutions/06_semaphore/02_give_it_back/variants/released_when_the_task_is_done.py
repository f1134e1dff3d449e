"""op as a task whose end gives the permit back."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    await permits.acquire()
    running = asyncio.ensure_future(op())
    running.add_done_callback(lambda _: permits.release())
    return await running
