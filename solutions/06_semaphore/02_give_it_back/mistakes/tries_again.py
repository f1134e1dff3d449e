"""When op fails, it is called a second time.

Nobody asked for that: its error comes out, and the caller decides what to do about it. Here it
takes the machine twice, and what a half-done job left behind is there when the second one begins.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with permits:
        try:
            return await op()
        except Exception:
            return await op()
