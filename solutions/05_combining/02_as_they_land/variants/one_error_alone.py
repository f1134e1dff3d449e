"""A `TaskGroup`, and the error taken out of its group."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results: list[T] = []

    async def report(job: Coroutine[Any, Any, T]) -> None:
        results.append(await job)
        on_result(results[-1])

    try:
        async with asyncio.TaskGroup() as group:
            for job in jobs:
                group.create_task(report(job))
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
    return results
