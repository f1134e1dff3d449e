"""A result of None is taken for the end, and everything after it is lost.

The workers put None into the queue when the source has ended, and `fn` may give None, too: no face
in this picture. A mark for the end has to be something that can never be a result.
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
    results: asyncio.Queue[Any] = asyncio.Queue(1)
    errors: list[Exception] = []

    async def work() -> None:
        try:
            while True:
                async with turn:
                    item = await anext(items)
                await results.put(await fn(item))
        except StopAsyncIteration:
            await results.put(None)
        except Exception as error:
            errors.append(error)
            await results.put(None)

    workers = [asyncio.create_task(work()) for _ in range(limit)]
    ended = 0
    try:
        while ended < limit:
            value = await results.get()
            if value is not None:
                yield value
            elif errors:
                raise errors[0]
            else:
                ended += 1
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        if hasattr(items, "aclose"):
            await items.aclose()
