"""One call at a time, whatever the limit.

The generator stands still at `await fn(item)` and again at the `yield`. That reads nothing ahead,
and it makes use of one place out of `limit`.
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
    try:
        async for item in source:
            yield await fn(item)
    finally:
        if hasattr(source, "aclose"):
            await source.aclose()
