"""`on_error` got the text of the error, and not the error.

A text has no type, no traceback and no fields; whoever sorts errors by their type finds none here.
Hand over the error itself, and leave it to `on_error` to make a text of it.
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
        if not task.cancelled() and (error := task.exception()) is not None:
            on_error(str(error))

    task = asyncio.create_task(coro)
    keep.add(task)
    task.add_done_callback(ended)
    return task
