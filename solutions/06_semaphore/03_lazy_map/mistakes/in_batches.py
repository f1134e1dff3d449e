"""The items go in groups of `limit`, and each group waits for its slowest call.

Results that are ready are held back, and so are the places: while one long call goes on, nothing
else is begun.
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
    batch: list[T] = []
    try:
        async for item in source:
            batch.append(item)
            if len(batch) == limit:
                for result in await asyncio.gather(*map(fn, batch)):
                    yield result
                batch.clear()
        for result in await asyncio.gather(*map(fn, batch)):
            yield result
    finally:
        if hasattr(source, "aclose"):
            await source.aclose()
