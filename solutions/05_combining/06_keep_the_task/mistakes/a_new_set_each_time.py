"""The task went into a new set, and that set was forgotten on return.

`keep | {task}` makes another set and gives it the old name, inside your function only. The caller's
set stays as it was, and nobody holds the new one once you have returned: the task can be thrown
away. Change the set that you were given.
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
    keep = keep | {task}
    task.add_done_callback(report)
    return task
