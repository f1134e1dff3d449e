"""A value that counts as false was left out.

None, 0 and an empty text are values of jobs that went well. A filter that asks whether a value is
true drops them, and the values behind them move into the wrong places. Whether a job failed is
something its task knows; the value does not tell it.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        for ended in asyncio.as_completed(tasks):
            await ended
        return [value for task in tasks if (value := task.result())]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
