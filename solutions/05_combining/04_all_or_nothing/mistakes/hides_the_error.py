"""A job failed, the others were stopped, and the caller got an empty list.

The error was caught and thrown away. An empty list is the answer to "no jobs", and nobody can tell
the two apart. All or nothing does not mean to keep quiet: the error has to come out.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job) for job in jobs]
    except ExceptionGroup:
        return []
    return [task.result() for task in tasks]
