"""`asyncio.Task` called directly, without asking the loop."""

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

    task = asyncio.Task(coro, loop=asyncio.get_running_loop())
    keep.update([task])
    for callback in (report, keep.discard):
        task.add_done_callback(callback)
    return task
