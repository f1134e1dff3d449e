"""At most one question to the source, asked only when a place is free."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


END = object()


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    items = aiter(source)

    async def next_item() -> Any:
        async for item in items:
            return item
        return END

    calls: set[asyncio.Future[R]] = set()
    question: asyncio.Task[Any] | None = None
    more = True
    try:
        while more or calls:
            if more and question is None and len(calls) < limit:
                question = asyncio.create_task(next_item())
            waiting = [*calls, question] if question else calls
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            if question and question.done():
                item, question = question.result(), None
                more = item is not END
                if more:
                    calls.add(asyncio.ensure_future(fn(item)))
            for call in [call for call in calls if call.done()]:
                calls.discard(call)
                yield call.result()
    finally:
        running = [*calls, question] if question else [*calls]
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
        with suppress(AttributeError):
            await items.aclose()
