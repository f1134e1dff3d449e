"""Without any jobs, `asyncio.wait` is asked to wait for nothing, and refuses.

With an empty list it raises ValueError. A night without disks should give an empty report.
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
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        await asyncio.wait(tasks)
    finally:
        for task in tasks:
            task.cancel()
    return [_ending(task) for task in tasks]
