"""A job that gives None is neither reported nor in the list.

None looks like "nothing came". But the job is done, and None is what it gave. A job that could not
do its work raises an error.
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
        result = await job
        if result is not None:
            on_result(result)
            results.append(result)

    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(report(job))
    return results
