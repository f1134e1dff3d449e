"""An item that counts as false is taken for the end of the source.

A source may give 0, or an empty text, and go on after it. Its end is told by StopAsyncIteration and
by nothing else.
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
                    if item := asked.result():
                        calls.add(asyncio.ensure_future(fn(item)))
                        asking.add(asyncio.ensure_future(anext(items)))
            for call in done & calls:
                calls.remove(call)
                yield call.result()
    finally:
        for task in calls | asking:
            task.cancel()
        await asyncio.gather(*calls, *asking, return_exceptions=True)
        if hasattr(items, "aclose"):
            await items.aclose()
