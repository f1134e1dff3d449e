"""Workers that take turns at the source, and a queue with a single seat."""

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
    results: asyncio.Queue[tuple[str, Any]] = asyncio.Queue(1)

    async def work() -> None:
        try:
            while True:
                async with turn:
                    item = await anext(items)
                await results.put(("result", await fn(item)))
        except StopAsyncIteration:
            await results.put(("end", None))
        except Exception as error:
            await results.put(("error", error))

    workers = [asyncio.create_task(work()) for _ in range(limit)]
    ended = 0
    try:
        while ended < limit:
            kind, value = await results.get()
            if kind == "end":
                ended += 1
            elif kind == "error":
                raise value
            else:
                yield value
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        if hasattr(items, "aclose"):
            await items.aclose()
