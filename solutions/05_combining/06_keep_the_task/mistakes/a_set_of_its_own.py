"""The task was kept, but in another set than the one that was given.

A set at the top of the module holds the task just as well. But the caller looks into `keep`, to see
what is still going on, and to wait for it before the program ends. What is not in there does not
exist for it.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

_running: set[asyncio.Task[Any]] = set()


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    def ended(task: asyncio.Task[Any]) -> None:
        _running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            on_error(error)

    task = asyncio.create_task(coro)
    _running.add(task)
    task.add_done_callback(ended)
    return task
