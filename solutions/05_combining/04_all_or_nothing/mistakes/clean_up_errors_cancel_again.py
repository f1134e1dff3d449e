"""An error in a clean-up cancelled the jobs again, in the middle of theirs.

Each job that fails stops its siblings. But when you are cancelled all of them stop anyway, and an
error that comes then comes from a clean-up. It was taken for the first failure, and a second cancel
went to those that were still cleaning up.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    first: list[BaseException] = []

    async def guarded(job: Coroutine[Any, Any, T]) -> T:
        try:
            return await job
        except Exception as error:
            if not first:
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
