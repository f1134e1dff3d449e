"""The task was put into the set and taken out again before it had even begun.

A `finally` around the start runs when *you* return, which is at once. The end of the task comes
much later, and somebody else has to notice it then: the task itself can call you.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:

    def report(task: asyncio.Task[Any]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            on_error(error)

    task = asyncio.create_task(coro)
    task.add_done_callback(report)
    keep.add(task)
    try:
        return task
    finally:
        keep.discard(task)
