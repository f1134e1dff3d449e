"""Every result is reported in time, and then nothing is returned.

A function without `return` gives back None. The caller wants the list of the results as well.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    async def report(job: Coroutine[Any, Any, T]) -> None:
        on_result(await job)

    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(report(job))
