"""The other jobs were told to stop, and nobody waited until they had.

`cancel()` only asks: the job hears of it in its next turn, and may then need time to undo what it
has begun. The error came out while these clean-ups were still going on. After the cancel, wait
until every job has really ended.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        return list(await asyncio.gather(*tasks))
    except BaseException:
        for task in tasks:
            task.cancel()
        raise
