"""The jobs were awaited in their order, so an error was noticed late.

All jobs run at the same time, which is right. But you wait at the first one until it is over, and a
job further back may have failed long before. Nobody looks at it, and the others go on booking. You
need a wait that wakes up when *any* job fails.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        return [await task for task in tasks]
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
