"""Each result is stamped with the time; the list is sorted at the end."""

import asyncio
import itertools
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    clock = asyncio.get_running_loop().time

    async def report(job: Coroutine[Any, Any, T]) -> tuple[float, int, T]:
        result = await job
        on_result(result)
        return clock(), next(places), result

    places = itertools.count()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(report(job)) for job in jobs]
    stamps = [task.result() for task in tasks]
    return [
        result for _, _, result in sorted(stamps, key=lambda stamp: stamp[:2])
    ]
