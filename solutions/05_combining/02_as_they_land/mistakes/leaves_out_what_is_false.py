"""Results that count as false are neither reported nor returned.

Whether there is a result and whether it is true are two questions: None, 0 and an empty text are
not true. They are results all the same: the job is done, and somebody waits for the news.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results: list[T] = []

    async def report(job: Coroutine[Any, Any, T]) -> None:
        if result := await job:
            on_result(result)
            results.append(result)

    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(report(job))
    return results
