"""At the end only the question is cancelled; the calls are waited for."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    async with AsyncExitStack() as clean_up:
        items = aiter(source)
        if hasattr(items, "aclose"):
            clean_up.push_async_callback(items.aclose)
        calls: set[asyncio.Future[R]] = set()
        asking: set[asyncio.Future[T]] = set()

        async def settle() -> None:
            for task in asking:
                task.cancel()
            await asyncio.gather(*calls, *asking, return_exceptions=True)

        clean_up.push_async_callback(settle)
        has_ended = False
        while calls or not has_ended:
            if not (has_ended or asking or len(calls) == limit):
                asking.add(asyncio.ensure_future(anext(items)))
            done, _ = await asyncio.wait(
                calls | asking, return_when=asyncio.FIRST_COMPLETED
            )
            if asking & done:
                try:
                    item = asking.pop().result()
                except StopAsyncIteration:
                    has_ended = True
                else:
                    calls.add(asyncio.ensure_future(fn(item)))
            for call in calls & done:
                calls.remove(call)
                yield call.result()
