"""A task that went well left the set; one that failed or was cancelled stayed in it.

The line that takes it out comes after the `await`. When the coroutine raises, that line is skipped.
What has to happen on every way out belongs in a `finally`, or into a callback of the task, which is
called however it ended.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    async def tidily() -> Any:
        try:
            value = await coro
            keep.discard(asyncio.current_task())
            return value
        except Exception as error:
            on_error(error)

    task = asyncio.create_task(tidily())
    keep.add(task)
    return task
