"""You were cancelled, a clean-up failed, and its error came out instead of CancelledError.

A `TaskGroup` that is cancelled cancels its tasks and waits for them. But if one of them fails on
the way out, it raises a group with that failure, and the cancel is lost. Whoever cancelled you
waits for CancelledError, and learns of a failed refund instead. First in the group is not first in
time: here the cancel came first.
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
        # The group lists errors in the order of failing.
        raise failed.exceptions[0] from None
    return [task.result() for task in tasks]
