"""The task gets its first turn before the return; a callback does the rest."""

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
        if task.cancelled():
            return
        if (error := task.exception()) is not None:
            on_error(error)

    task = asyncio.get_running_loop().create_task(coro)
    keep.add(task)
    task.add_done_callback(ended)
    await asyncio.sleep(0)
    return task
