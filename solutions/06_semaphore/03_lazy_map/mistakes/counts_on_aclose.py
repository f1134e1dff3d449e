"""A source without `aclose` ends in an AttributeError.

Async generators have that method. An object with `__aiter__` and `__anext__` is a source as well,
and need not have it. Ask before you call.
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
    async with aclosing(source) as items:
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
            for task in calls | asking:
                task.cancel()
            await asyncio.gather(*calls, *asking, return_exceptions=True)
