"""A job that fails cancels its siblings; `gather` waits for everybody."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    first: list[BaseException] = []

    def is_cancelled() -> bool:
        task = asyncio.current_task()
        return task is not None and task.cancelling() > 0

    async def guarded(job: Coroutine[Any, Any, T]) -> T:
        try:
            return await job
        except Exception as error:
            if not first and not is_cancelled():
                first.append(error)
                for task in tasks:
                    if task is not asyncio.current_task():
                        task.cancel()
            raise

    tasks = [asyncio.ensure_future(guarded(job)) for job in jobs]
    values = await asyncio.gather(*tasks, return_exceptions=True)
    if first:
        raise first[0]
    return list(values)
