"""A task group stands around the `yield`, and cancels the reader when a call fails.

A group that loses a child cancels the task in which it was opened. At a `yield` that task is
the reader's, and the reader is busy with something of its own, which is torn apart. And closing the
generator there ends in an exception group.
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
    results: asyncio.Queue[tuple[bool, Any]] = asyncio.Queue(1)

    async def work() -> None:
        while True:
            async with turn:
                try:
                    item = await anext(items)
                except StopAsyncIteration:
                    break
            await results.put((True, await fn(item)))
        await results.put((False, None))

    try:
        async with asyncio.TaskGroup() as group:
            workers = [group.create_task(work()) for _ in range(limit)]
            ended = 0
            while ended < limit:
                is_result, value = await results.get()
                if is_result:
                    yield value
                else:
                    ended += 1
    finally:
        if hasattr(items, "aclose"):
            await items.aclose()
