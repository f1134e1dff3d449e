"""After the cancel you slept for a second, and hoped that all clean-ups are over by then.

How long a clean-up takes, only the job knows. A second is too long for the quick ones and too short
for the slow ones. Wait for the tasks themselves: they end exactly when their clean-up does.
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
        await asyncio.sleep(1)
        raise
