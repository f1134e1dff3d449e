"""The error was reported some time after the task had failed.

Waiting a little may seem to do no harm. But whoever hears of an error late reacts late, and a
program that ends in between never hears of it. The callback of the task is called at the moment
when it ends.
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
            asyncio.get_running_loop().call_later(0.5, on_error, error)

    task = asyncio.create_task(coro)
    keep.add(task)
    task.add_done_callback(ended)
    return task
