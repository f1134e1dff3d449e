"""A Future of its own hears of the first error, or of the last value."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    news: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    tasks: list[asyncio.Task[T]] = []

    def look(ended: asyncio.Task[T]) -> None:
        error = None if ended.cancelled() else ended.exception()
        if news.done():
            return
        if error is not None:
            news.set_exception(error)
        elif all(task.done() for task in tasks):
            news.set_result(None)

    for job in jobs:
        tasks.append(asyncio.ensure_future(job))
    for task in tasks:
        task.add_done_callback(look)
    try:
        if tasks:
            await news
    finally:
        for task in tasks:
            task.cancel()
        while not all(task.done() for task in tasks):
            await asyncio.wait(tasks)
    return [task.result() for task in tasks]
