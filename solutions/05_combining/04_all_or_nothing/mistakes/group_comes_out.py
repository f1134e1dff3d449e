"""The error came out wrapped in an ExceptionGroup.

A `TaskGroup` does all the hard parts: it cancels the others, and waits for their clean-up. Then it
raises a group, even when there is one error in it, because there could have been several. Whoever
calls you was promised the error itself and looks for its type; `except BookingFailed` does not
catch a group of it.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job) for job in jobs]
    return [task.result() for task in tasks]
