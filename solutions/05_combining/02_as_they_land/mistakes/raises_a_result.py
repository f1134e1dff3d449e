"""An exception that a job returned is raised, as if the job had failed.

You catch the error of a job, hand it on as its result, and ask later whether a result is an error.
By then nobody can tell one that was raised from one that was returned. A job that failed raises
where you wait for it, and only there can you tell.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    async def caught(job: Coroutine[Any, Any, T]) -> T | Exception:
        try:
            return await job
        except Exception as error:
            return error

    tasks = [asyncio.create_task(caught(job)) for job in jobs]
    results: list[T] = []
    try:
        for landed in asyncio.as_completed(tasks):
            result = await landed
            if isinstance(result, Exception):
                raise result
            on_result(result)
            results.append(result)
    finally:
        for task in tasks:
            task.cancel()
    return results
