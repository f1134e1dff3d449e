"""The report is written when the first job fails, and the others have no outcome yet.

With FIRST_EXCEPTION `wait` comes back early. A task that still runs has no result: asked for one,
it raises InvalidStateError. All jobs should run to their end.
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
    if not jobs:
        return []
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        return [_ending(task) for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
