"""A cancelled task was asked for its exception, and that raised CancelledError in the callback.

`task.exception()` returns None only for a task that returned a value. On a cancelled one it raises,
and what a callback raises reaches nobody: the loop logs "Exception in callback". Ask
`task.cancelled()` first.
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
        keep.discard(task)
        error = task.exception()
        if error is not None:
            on_error(error)

    task = asyncio.create_task(coro)
    keep.add(task)
    task.add_done_callback(ended)
    return task
