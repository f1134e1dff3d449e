"""Of the calls that end at the same instant, one is handed out and the others are forgotten.

FIRST_COMPLETED comes back when there is something to do, and by then several may be done. You took
one of them, and those left behind are in neither set any more.
"""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    items = aiter(source)
    calls: set[asyncio.Future[R]] = set()
    # One task, or none once the source has ended.
    asking = {asyncio.ensure_future(anext(items))}
    try:
        while calls or asking:
            # A call in the set is one whose result has not been handed out.
            waiting = calls | asking if len(calls) < limit else calls
            done, _ = await asyncio.wait(
                waiting, return_when=asyncio.FIRST_COMPLETED
            )
            for asked in done & asking:
                asking.clear()
                with suppress(StopAsyncIteration):
                    calls.add(asyncio.ensure_future(fn(asked.result())))
                    asking.add(asyncio.ensure_future(anext(items)))
            ended = done & calls
            calls -= ended
            if ended:
                yield ended.pop().result()
    finally:
        for task in calls | asking:
            task.cancel()
        await asyncio.gather(*calls, *asking, return_exceptions=True)
        if hasattr(items, "aclose"):
            await items.aclose()
