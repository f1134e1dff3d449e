"""Another error came out than the one the job had raised.

A new error with the old one as its cause reads well in a log. But your caller catches the error of
its own job, by its type, and that one never came. It was asked for as it is.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job) for job in jobs]
    except BaseExceptionGroup as failed:
        raise RuntimeError("a job failed") from failed.exceptions[0]
    return [task.result() for task in tasks]
