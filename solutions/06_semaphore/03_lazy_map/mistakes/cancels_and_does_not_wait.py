"""The calls are told to stop, and you do not wait until they have.

`cancel()` only asks. A call that has something to clean up needs time for it, and is still at it
when you return. Whoever starts a task also awaits its end.
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
                yield call.result()
    finally:
        for call in calls:
            call.cancel()
        for task in asking:
            task.cancel()
            await asyncio.wait([task])
        if hasattr(items, "aclose"):
            await items.aclose()
