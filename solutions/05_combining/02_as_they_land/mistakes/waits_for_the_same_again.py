"""The first job to finish is reported again and again, and the others never.

`wait` is given all the tasks in each round, also those that are done. One of them is done already,
so it returns at once with the same task as before. Wait only for what still runs.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    results = []
    try:
        while len(results) < len(tasks):
            done, _ = await asyncio.wait(
                tasks, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                on_result(task.result())
                results.append(task.result())
    finally:
        for task in tasks:
            task.cancel()
    return results
