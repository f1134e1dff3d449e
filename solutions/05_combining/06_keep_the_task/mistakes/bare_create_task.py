"""Nobody held the task, and it was thrown away in the middle of its work.

The loop keeps only weak references to its tasks. A task that waits for something which nobody else
holds either is garbage to Python, and the next collection takes it: "Task was destroyed but it is
pending!". Most tasks survive by luck, because a timer or a socket happens to hold them. Put the
task where somebody holds it for as long as it runs (linters know this as RUF006).
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
    return task
