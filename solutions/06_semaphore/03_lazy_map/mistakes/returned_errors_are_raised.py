"""A call that returns an exception object is taken for one that failed.

In the queue a value and an error lie side by side, and you tell them apart by their class. But a
value may be of that class as well: a record of what went wrong. What was raised has to be marked as
such where it was caught.
"""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    items = aiter(source)
    turn = asyncio.Lock()
    seat: asyncio.Queue[Any] = asyncio.Queue(1)
    the_end = object()

    async def work() -> None:
        try:
            while True:
                async with turn:
                    item = await anext(items)
                await seat.put(await fn(item))
        except StopAsyncIteration:
            await seat.put(the_end)
        except Exception as error:
            await seat.put(error)

    workers = [asyncio.create_task(work()) for _ in range(limit)]
    ended = 0
    try:
        while ended < limit:
            value = await seat.get()
            if value is the_end:
                ended += 1
            elif isinstance(value, Exception):
                raise value
            else:
                yield value
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        if hasattr(items, "aclose"):
            await items.aclose()
