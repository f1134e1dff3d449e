"""The task was kept for some time after it was over.

Whoever counts the tasks in the set counts some that have ended, and whoever waits until it is empty
waits for nothing. A task leaves at the moment when it ends.
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
        asyncio.get_running_loop().call_later(1, keep.discard, task)
        if not task.cancelled() and (error := task.exception()) is not None:
            on_error(error)

    task = asyncio.create_task(coro)
    keep.add(task)
    task.add_done_callback(ended)
    return task
