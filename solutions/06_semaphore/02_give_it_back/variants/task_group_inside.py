"""op in a task group, under the permit; its error comes out in a group."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def guarded(
    permits: asyncio.Semaphore | asyncio.Lock, op: Callable[[], Awaitable[T]]
) -> T:
    async with permits, asyncio.TaskGroup() as group:
        running = group.create_task(op())
    return running.result()
