"""The report comes one turn of the loop later: still the same moment."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    loop = asyncio.get_running_loop()
    results: list[T] = []

    async def run(job: Coroutine[Any, Any, T]) -> None:
        results.append(await job)
        loop.call_soon(on_result, results[-1])

    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(run(job))
    return results
