"""Question and calls are tasks of one set; each says what it brings."""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def map_limited(
    fn: Callable[[T], Awaitable[R]], source: AsyncIterable[T], limit: int
) -> AsyncIterator[R]:
    items = aiter(source)

    async def ask() -> tuple[str, Any]:
        try:
            return "item", await anext(items)
        except StopAsyncIteration:
            return "end", None

    async def call(item: T) -> tuple[str, Any]:
        return "result", await fn(item)

    tasks = {asyncio.create_task(ask())}
    asks = True  # somebody asks, or there is nothing more to ask for
    try:
        while tasks:
            done, tasks = await asyncio.wait(
                tasks, return_when=asyncio.FIRST_COMPLETED
            )
            brought = [task.result() for task in done]
            for kind, value in brought:
                if kind == "item":
                    tasks.add(asyncio.create_task(call(value)))
                    asks = False
            results = [value for kind, value in brought if kind == "result"]
            if not asks and len(tasks) + len(results) < limit:
                tasks.add(asyncio.create_task(ask()))
                asks = True
            for value in results:
                yield value
            if not asks and len(tasks) < limit:
                tasks.add(asyncio.create_task(ask()))
                asks = True
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if hasattr(items, "aclose"):
            await items.aclose()
