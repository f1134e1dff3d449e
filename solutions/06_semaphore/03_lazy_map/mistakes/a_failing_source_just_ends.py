"""An error of the source is taken for its end.

`except Exception` around the question was meant for StopAsyncIteration and catches the camera
falling off the wall as well. The reader believes that all pictures have been seen.
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
                with suppress(Exception):
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
