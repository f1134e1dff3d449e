"""You ask the source with a limit of time, and what it was about to give is lost.

wait_for cancels what takes too long. An async generator that is cancelled in the middle of its next
item is finished for good, so a source that lets you wait seems to have ended. Leave the question
standing, and look at it again later.
"""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    items = aiter(source)
    calls: set[asyncio.Future[R]] = set()
    has_ended = False
    try:
        while calls or not has_ended:
            if not has_ended and len(calls) < limit:
                try:
                    item = await asyncio.wait_for(anext(items), 0.25)
                    calls.add(asyncio.ensure_future(fn(item)))
                    continue
                except asyncio.TimeoutError:
                    pass
                except StopAsyncIteration:
                    has_ended = True
            if calls:
                done, calls = await asyncio.wait(
                    calls, return_when=asyncio.FIRST_COMPLETED
                )
                for call in done:
                    yield call.result()
    finally:
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        if hasattr(items, "aclose"):
            await items.aclose()
