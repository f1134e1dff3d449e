"""The source is never closed.

Its `finally` has not run: the camera is still in use, and when Python gets round to it is
a matter of luck. Whoever reads a generator and leaves it early closes it.
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
    asking: set[asyncio.Future[T]] = set()
    is_open = True
    try:
        while calls or is_open:
            if is_open and not asking and len(calls) < limit:
                asking = {asyncio.ensure_future(anext(items))}
            done, _ = await asyncio.wait(
                calls | asking, return_when=asyncio.FIRST_COMPLETED
            )
            for asked in done & asking:
                asking = set()
                try:
                    calls.add(asyncio.ensure_future(fn(asked.result())))
                except StopAsyncIteration:
                    is_open = False
            for call in done & calls:
                calls.remove(call)
                yield call.result()
    finally:
        for task in calls | asking:
            task.cancel()
        await asyncio.gather(*calls, *asking, return_exceptions=True)
