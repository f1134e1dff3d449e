"""The error of a call comes out inside an ExceptionGroup.

Several calls may fail, so a group looks thorough. But the reader has written an except for the
error of its own call, and a group of it is something else: it flies past.
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
            for call in done & calls:
                calls.remove(call)
                if (error := call.exception()) is not None:
                    raise BaseExceptionGroup("a call failed", [error])
                yield call.result()
    finally:
        for task in calls | asking:
            task.cancel()
        await asyncio.gather(*calls, *asking, return_exceptions=True)
        if hasattr(items, "aclose"):
            await items.aclose()
