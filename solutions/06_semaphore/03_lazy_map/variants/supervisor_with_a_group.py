"""A task group in a task of its own; the generator only reads the queue."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    items = aiter(source)
    turn = asyncio.Lock()
    seat: asyncio.Queue[R] = asyncio.Queue(1)

    async def work() -> None:
        while True:
            async with turn:
                try:
                    item = await anext(items)
                except StopAsyncIteration:
                    return
            await seat.put(await fn(item))

    async def work_together() -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(limit):
                group.create_task(work())

    together = asyncio.create_task(work_together())
    try:
        while not (together.done() and seat.empty()):
            getting = asyncio.create_task(seat.get())
            await asyncio.wait(
                [getting, together], return_when=asyncio.FIRST_COMPLETED
            )
            if getting.done():
                yield getting.result()
            else:
                getting.cancel()
                await asyncio.wait([getting])
        try:
            together.result()
        except BaseExceptionGroup as group:
            raise group.exceptions[0] from None
    finally:
        getting.cancel()
        together.cancel()
        await asyncio.gather(getting, together, return_exceptions=True)
        if hasattr(items, "aclose"):
            await items.aclose()
