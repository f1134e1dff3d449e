"""Callbacks report at once; `wait` watches for the first error."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results: list[T] = []

    def report(task: asyncio.Task[T]) -> None:
        if not task.cancelled() and task.exception() is None:
            on_result(task.result())
            results.append(task.result())

    tasks = [asyncio.create_task(job) for job in jobs]
    for task in tasks:
        task.add_done_callback(report)
    if tasks:
        done, rest = await asyncio.wait(
            tasks, return_when=asyncio.FIRST_EXCEPTION
        )
        for task in rest:
            task.cancel()
        await asyncio.sleep(0)
        for task in done:
            task.result()
    return results
