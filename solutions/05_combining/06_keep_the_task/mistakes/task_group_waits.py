"""The TaskGroup waited for the task before it let you return.

`async with TaskGroup()` ends when all of its tasks have ended: that is what it is for. It holds its
tasks and loses no error, but only inside the block. What has to outlive the function that started
it needs a group that lives longer, or a set like the one that is given here.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    async def careful() -> Any:
        try:
            return await coro
        except Exception as error:
            on_error(error)

    async with asyncio.TaskGroup() as group:
        task = group.create_task(careful())
        keep.add(task)
        task.add_done_callback(keep.discard)
    return task
