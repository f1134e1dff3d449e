"""The calls are limited, the reading is not: all items are taken at once.

The service is safe. But there is a task for each item, waiting at the semaphore, and a source
without an end fills your memory before the first result is out. Take a place *before* you take
an item.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, aclosing, suppress
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    places = asyncio.Semaphore(limit)

    async def call(item: T) -> R:
        async with places:
            return await fn(item)

    tasks = [asyncio.create_task(call(item)) async for item in source]
    try:
        for task in asyncio.as_completed(tasks):
            yield await task
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
