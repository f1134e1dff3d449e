"""The workers put their results into a queue without a size, and nothing ever stops them.

Each worker puts a result down and takes the next item, whether somebody reads or not. While the
reader is busy, results pile up. A queue with one seat would make the workers wait.
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
    turn = asyncio.Lock()
    results: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()

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
