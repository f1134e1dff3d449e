"""Results that are ready wait until the source has filled the window.

`async for item in source` stands at the source, and only there. As long as the window has room you
go back to the source for another item, and nobody looks whether a call has finished. With a quick
source that does not show.
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
    calls: set[asyncio.Future[R]] = set()
    try:
        async for item in source:
            calls.add(asyncio.ensure_future(fn(item)))
            while len(calls) >= limit:
                done, _ = await asyncio.wait(
                    calls, return_when=asyncio.FIRST_COMPLETED
                )
                for call in done:
                    calls.remove(call)
                    yield call.result()
        while calls:
            done, _ = await asyncio.wait(
                calls, return_when=asyncio.FIRST_COMPLETED
            )
            for call in done:
                calls.remove(call)
                yield call.result()
    finally:
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        if hasattr(source, "aclose"):
            await source.aclose()
