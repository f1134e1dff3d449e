"""A cancelled task was reported like a failed one.

`result()` of a task raises whatever ended it, also a cancel, and `except BaseException` takes all
of it for an error. But somebody stopped this task on purpose, and knows of it.
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
        try:
            task.result()
        except BaseException as error:
            on_error(error)

    task = asyncio.create_task(coro)
    keep.add(task)
    task.add_done_callback(ended)
    return task
