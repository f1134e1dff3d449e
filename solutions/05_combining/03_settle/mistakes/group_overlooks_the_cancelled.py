"""A job that is cancelled slips past `except Exception`, and past the group as well.

A `TaskGroup` takes no notice of a child that was cancelled: no error comes out, and the others go
on. So nothing seems to be wrong, until you ask that task for its result and it raises
CancelledError. To your caller it looks as if you had been cancelled.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    async def settled(job: Coroutine[Any, Any, T]) -> Any:
        try:
            return "ok", await job
        except Exception as error:
            return "error", error

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(settled(job)) for job in jobs]
    return [task.result() for task in tasks]
