"""When a task was over, some task was taken out of the set: not always that one.

`pop()` removes any member, and a set has no order. The wrong task lost its place while it was still
running, and the one that was over stayed. Take out the task that has ended, and no other.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    def ended(task: asyncio.Task[Any]) -> None:
        keep.pop()
        if not task.cancelled() and (error := task.exception()) is not None:
            on_error(error)

    task = asyncio.create_task(coro)
    keep.add(task)
    task.add_done_callback(ended)
    return task
