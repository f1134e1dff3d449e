"""A second task checked every now and then whether the first one was over.

The error was reported when somebody happened to look, and until then the set held a task that had
ended. Asking again and again is work for nothing, and always a little late (linters know this as
ASYNC110). A task calls you at the moment when it ends, if you ask it to.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    task = asyncio.create_task(coro)
    keep.add(task)

    async def watch() -> None:
        while not task.done():
            await asyncio.sleep(0.1)
        keep.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            on_error(error)

    asyncio.create_task(watch())
    return task
