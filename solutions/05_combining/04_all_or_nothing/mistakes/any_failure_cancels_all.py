"""Every failure cancelled the others, also a failure in a clean-up.

The first failure has to stop the others, and it did. But then a job failed while it was cleaning
up, and that cancelled those that were cleaning up beside it, a second time. Their clean-ups were
cut short. One failure stops everybody; what comes after it stops nobody.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    errors: list[Exception] = []

    async def guarded(job: Coroutine[Any, Any, T]) -> Any:
        try:
            return await job
        except Exception as error:
            errors.append(error)
            for task in tasks:
                if task is not asyncio.current_task():
                    task.cancel()

    tasks = [asyncio.create_task(guarded(job)) for job in jobs]
    values = await asyncio.gather(*tasks, return_exceptions=True)
    if errors:
        raise errors[0]
    return list(values)
