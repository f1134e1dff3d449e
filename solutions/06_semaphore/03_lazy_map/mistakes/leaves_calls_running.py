"""When the reader leaves, the calls go on, and nobody is there for their results.

A generator that is closed ends at its `yield`, as if something had been raised there. Tasks that it
has started do not end with it: they have to be cancelled, in a `finally`.
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
