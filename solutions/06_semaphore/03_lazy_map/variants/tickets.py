"""A bag of tickets: each item taken needs one; the reader brings it back."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class AllDone(Exception):
    pass


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    tickets: asyncio.Queue[None] = asyncio.Queue()
    results: asyncio.Queue[Callable[[], Any]] = asyncio.Queue()
    running: set[asyncio.Task[None]] = set()
    for _ in range(limit):
        tickets.put_nowait(None)

    async def call(item: T) -> None:
        try:
            value = await fn(item)
        except Exception as error:
            results.put_nowait(raising(error))
        else:
            results.put_nowait(lambda: value)

    async def pump() -> None:
        items = aiter(source)
        try:
            while True:
                await tickets.get()
                item = await anext(items)
                task = asyncio.create_task(call(item))
                running.add(task)
                task.add_done_callback(running.discard)
        except StopAsyncIteration:
            await asyncio.gather(*running)
            results.put_nowait(raising(AllDone()))
        except Exception as error:
            results.put_nowait(raising(error))

    pumping = asyncio.create_task(pump())
    try:
        while True:
            take = await results.get()
            try:
                value = take()
            except AllDone:
                return
            yield value
            tickets.put_nowait(None)
    finally:
        pumping.cancel()
        for task in [*running]:
            task.cancel()
        await asyncio.gather(pumping, *running, return_exceptions=True)
        if hasattr(source, "aclose"):
            await source.aclose()


def raising(error: Exception) -> Callable[[], Any]:
    def take() -> Any:
        raise error

    return take
