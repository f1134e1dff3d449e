"""Another error comes out than the one that the job raised.

It may read better. But your caller knows what to do about a shop that does not answer, and looks
for that error, not for yours. Let it out as it is; a group around it does no harm.
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
        on_result(result)
        results.append(result)

    try:
        async with asyncio.TaskGroup() as group:
            for job in jobs:
                group.create_task(report(job))
    except ExceptionGroup as errors:
        raise RuntimeError("not all shops have answered") from errors
    return results
