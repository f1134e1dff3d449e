"""A task group: first is who fails uncancelled; `except*` drops the rest."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    first: list[Exception] = []

    async def watched(job: Coroutine[Any, Any, T]) -> T:
        try:
            return await job
        except Exception as error:
            task = asyncio.current_task()
            if task is not None and not task.cancelling():
                first.append(error)
            raise

    failed = False
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(watched(job)) for job in jobs]
    except* Exception:
        failed = True
    if failed:
        raise first[0] if first else asyncio.CancelledError
    return [task.result() for task in tasks]
