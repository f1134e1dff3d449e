"""Results come in the order of the items, so a slow call holds up all that are ready behind it.

The window always waits for its oldest call. The results of the others lie there, finished, and
the places that have become free are not used.
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
    window: deque[asyncio.Future[R]] = deque()
    try:
        async for item in source:
            window.append(asyncio.ensure_future(fn(item)))
            if len(window) == limit:
                yield await window[0]
                window.popleft()
        while window:
            yield await window[0]
            window.popleft()
    finally:
        for call in window:
            call.cancel()
        await asyncio.gather(*window, return_exceptions=True)
        if hasattr(source, "aclose"):
            await source.aclose()
