"""The pairs stand in the order of a set, which is no order at all.

`asyncio.wait` gives back its finished tasks as a set. All the outcomes are there, and nobody can
tell which disk they belong to. You still have your own list of tasks, in the right order.
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
        done, _ = await asyncio.wait(tasks)
    finally:
        for task in tasks:
            task.cancel()
    return [_ending(task) for task in done]
