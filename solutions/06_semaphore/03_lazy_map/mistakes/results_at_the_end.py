"""Nothing comes out until all is done.

`gather` waits for the last one and gives all results together. The first was ready long before
that, and with a source that never ends nobody will ever see it.
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

    items = [item async for item in source]
    for result in await asyncio.gather(*(call(item) for item in items)):
        yield result
