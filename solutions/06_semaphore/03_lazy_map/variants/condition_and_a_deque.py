"""Source reader and generator wait for each other on a condition."""

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    changed = asyncio.Condition()
    ready: deque[tuple[Any, Exception | None]] = deque()
    free = limit
    is_reading = True
    tasks: set[asyncio.Task[None]] = set()

    def has_room() -> bool:
        return free > 0

    def has_news() -> bool:
        return bool(ready) or not (is_reading or free < limit)

    async def tell(value: Any, error: Exception | None = None) -> None:
        async with changed:
            ready.append((value, error))
            changed.notify_all()

    async def call(item: T) -> None:
        try:
            await tell(await fn(item))
        except Exception as error:
            await tell(None, error)

    async def read() -> None:
        nonlocal free, is_reading
        try:
            async for item in source:
                async with changed:
                    await changed.wait_for(has_room)
                    free -= 1
                tasks.add(asyncio.create_task(call(item)))
        except Exception as error:
            await tell(None, error)
        async with changed:
            is_reading = False
            changed.notify_all()

    tasks.add(asyncio.create_task(read()))
    try:
        while True:
            async with changed:
                await changed.wait_for(has_news)
                if not ready:
                    return
                value, error = ready.popleft()
                if error is not None:
                    raise error
                free += 1
                changed.notify_all()
            yield value
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if hasattr(source, "aclose"):
            await source.aclose()
