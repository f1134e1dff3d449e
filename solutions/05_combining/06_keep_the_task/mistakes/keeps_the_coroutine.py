"""The set held the coroutine object, and the caller looks for its task.

A task is what runs a coroutine; it can be cancelled, waited for and asked how it ended. The
coroutine object can do none of this, and awaiting it a second time is an error. Put the task into
the set.
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
        keep.discard(coro)
        if not task.cancelled() and (error := task.exception()) is not None:
            on_error(error)

    task = asyncio.create_task(coro)
    keep.add(coro)
    task.add_done_callback(ended)
    return task
