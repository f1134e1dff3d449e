"""One worker takes the steps from a queue, one at a time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def work(
    queue: asyncio.Queue[Callable[[], Awaitable[T]]], results: list[T]
) -> None:
    while not queue.empty():
        step = queue.get_nowait()
        results.append(await step())


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    queue: asyncio.Queue[Callable[[], Awaitable[T]]] = asyncio.Queue()
    for step in steps:
        queue.put_nowait(step)
    results: list[T] = []
    await asyncio.create_task(work(queue, results))
    return results
