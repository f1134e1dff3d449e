"""The recipe of the documentation, and a second callback for errors."""

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

    task = asyncio.get_running_loop().create_task(coro)
    keep.add(task)
    task.add_done_callback(keep.discard)
    task.add_done_callback(report)
    return task
