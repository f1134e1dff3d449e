"""An exit stack that enters the permits."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(permits)
        return await op()
