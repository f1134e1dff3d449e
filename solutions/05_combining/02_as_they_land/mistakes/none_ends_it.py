"""A job that gives None ends the reports, though other jobs still run.

The results travel through a queue, and None is the sign that no more will come. But None is also a
result like any other. A sign has to be something that no job can give, or simply a count.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    queue: asyncio.Queue[T | None] = asyncio.Queue()

    async def put(job: Coroutine[Any, Any, T]) -> None:
        await queue.put(await job)

    async def run_all() -> None:
        try:
            async with asyncio.TaskGroup() as group:
                for job in jobs:
                    group.create_task(put(job))
        finally:
            await queue.put(None)

    running = asyncio.create_task(run_all())
    results = []
    while (result := await queue.get()) is not None:
        on_result(result)
        results.append(result)
    await running
    return results
