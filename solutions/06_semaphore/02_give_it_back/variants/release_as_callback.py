"""An exit stack that is told to call `release`."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    with ExitStack() as stack:
        await permits.acquire()
        stack.callback(permits.release)
        return await op()
