"""The workers ask the source all at the same time, and it can answer one.

An async generator that is working on its next item refuses a second question: "asynchronous
generator is already running". Whoever asks has to wait until the one before has its answer.
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
    results: asyncio.Queue[tuple[str, Any]] = asyncio.Queue(1)

    async def work() -> None:
        try:
            async for item in items:
                await results.put(("result", await fn(item)))
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
