"""Run jobs at the same time: all succeed, or the first error ends all."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    """Return the values of all jobs, in the order of `jobs`.

    When a job fails, the others are cancelled and clean up to their end; then
    the error of the job that failed first is raised itself. A cancel of the
    caller ends the jobs in the same way.
    """
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        for ended in asyncio.as_completed(tasks):
            await ended  # the first error comes out here, when it happens
        return [task.result() for task in tasks]
    finally:
        for task in tasks:
            task.cancel()  # those that are over do not mind
        # Drops what clean-ups raise.
        await asyncio.gather(*tasks, return_exceptions=True)
