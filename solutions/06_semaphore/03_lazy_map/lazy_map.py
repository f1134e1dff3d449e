"""Map a stream, a few items at a time, and no further than somebody reads."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    """Yield the result of `fn(item)` for every item of `source`.

    Each comes when it is there. At most `limit` calls run at the same time
    (`limit` is at least 1), and at most `limit + 1` items have been taken and
    not given out. Raises what `fn` or the source raises. At the end no call is
    running, and the source is closed.
    """
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
            for call in done & calls:
                calls.remove(call)
                yield call.result()
    finally:
        for task in calls | asking:
            task.cancel()
        await asyncio.gather(*calls, *asking, return_exceptions=True)
        if hasattr(items, "aclose"):
            await items.aclose()
