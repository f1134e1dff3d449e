"""Two jobs with equal results have one place in the list.

A dict has one entry for equal keys, and here the results are the keys. Two shops with the same
price are two offers. Keep one entry for each job, in a list.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    landed: dict[T, float] = {}

    async def report(job: Coroutine[Any, Any, T]) -> None:
        result = await job
        on_result(result)
        landed[result] = asyncio.get_running_loop().time()

    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(report(job))
    return sorted(landed, key=lambda result: landed[result])
