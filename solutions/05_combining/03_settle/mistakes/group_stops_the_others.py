"""The first job that fails stops all the others.

A `TaskGroup` stands for all or nothing: when one task fails, it cancels the rest. Catching the
group afterwards does not bring them back; they are in your report as cancelled, and their disks
were not saved.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


def _ending(task: asyncio.Task[Any]) -> Any:
    if task.cancelled():
        return "error", asyncio.CancelledError()
    if error := task.exception():
        return "error", error
    return "ok", task.result()


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job) for job in jobs]
    except* Exception:
        pass
    return [_ending(task) for task in tasks]
