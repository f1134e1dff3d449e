"""One task reads the source; a taken result makes its place free again."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    places = asyncio.Semaphore(limit)
    finished: asyncio.Queue[asyncio.Future[Any]] = asyncio.Queue()
    tasks: set[asyncio.Future[Any]] = set()

    def start(awaitable: Awaitable[Any]) -> asyncio.Future[Any]:
        task = asyncio.ensure_future(awaitable)
        tasks.add(task)
        task.add_done_callback(finished.put_nowait)
        return task

    async def read() -> None:
        async for item in source:
            await places.acquire()
            start(fn(item))

    reading = start(read())
    try:
        while tasks:
            task = await finished.get()
            tasks.discard(task)
            result = task.result()
            if task is not reading:
                places.release()
                yield result
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if hasattr(source, "aclose"):
            await source.aclose()
