"""The error of a clean-up came out, and hid the one that started it all.

A group lists its errors in the order in which the tasks failed. The first one is the reason; those
behind it only happened because everybody had to stop. Whoever reads the last one looks for the
trouble in the wrong place.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job) for job in jobs]
    except BaseExceptionGroup as failed:
        raise failed.exceptions[-1] from None
    return [task.result() for task in tasks]
