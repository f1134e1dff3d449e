"""A result that is equal to an earlier one is neither reported nor in the list.

You ask whether it is there already, as if it were the same. But two shops with the same price are
two offers: one report for each job, whatever it gives.
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
        if result not in results:
            on_result(result)
            results.append(result)

    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(report(job))
    return results
