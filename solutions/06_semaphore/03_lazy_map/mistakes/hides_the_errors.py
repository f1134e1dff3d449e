"""An item whose call failed is left out, and nobody learns of it.

The reader gets fewer results than there were items and cannot know why. What to do about a picture
that fails is for the reader to decide; your part is to let the error out.
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
    items = aiter(source)
    calls: set[asyncio.Future[R]] = set()
    asking = {asyncio.ensure_future(anext(items))}
    try:
        while calls or asking:
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
                if call.exception() is None:
                    yield call.result()
    finally:
        for task in calls | asking:
            task.cancel()
        await asyncio.gather(*calls, *asking, return_exceptions=True)
        if hasattr(items, "aclose"):
            await items.aclose()
