"""Each result is reported in time, and the list stands in the order of the jobs.

A list made from the tasks knows nothing of who was first. The results arrive in the right order
where you report them; that is the place to write them down.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    async def report(job: Coroutine[Any, Any, T]) -> T:
        result = await job
        on_result(result)
        return result

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(report(job)) for job in jobs]
    return [task.result() for task in tasks]
