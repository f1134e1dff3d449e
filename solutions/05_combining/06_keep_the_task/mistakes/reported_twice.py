"""The same error was reported twice.

The coroutine around it reports the error on its way out, and the callback finds it in the task and
reports it again. One of the two is enough.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    async def reporting() -> Any:
        try:
            return await coro
        except Exception as error:
            on_error(error)
            raise

    def ended(task: asyncio.Task[Any]) -> None:
        keep.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            on_error(error)

    task = asyncio.create_task(reporting())
    keep.add(task)
    task.add_done_callback(ended)
    return task
