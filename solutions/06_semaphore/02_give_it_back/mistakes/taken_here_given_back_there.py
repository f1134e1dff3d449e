"""The permit is taken in one task and given back in another.

A task that is cancelled before its first step runs nothing, not even its `finally`. If the
cancel comes between the start of the inner task and its first step, the permit has been taken
and nobody is there to give it back. Take and give back in the same coroutine.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async def run_and_release() -> T:
        try:
            return await op()
        finally:
            permits.release()

    await permits.acquire()
    return await asyncio.create_task(run_and_release())
