"""A callback reports each result, and for the job that fails it raises.

`task.result()` raises the error of the job, inside a callback that nobody awaits: it ends up in the
log of the loop. From `gather` the error comes out once more, and the other jobs go on running and
reporting.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results = []

    def report(task: asyncio.Task[T]) -> None:
        on_result(task.result())
        results.append(task.result())

    tasks = [asyncio.create_task(job) for job in jobs]
    for task in tasks:
        task.add_done_callback(report)
    await asyncio.gather(*tasks)
    return results
