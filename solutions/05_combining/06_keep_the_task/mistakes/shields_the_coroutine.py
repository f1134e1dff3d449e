"""The task can be cancelled, but the coroutine in it goes on.

`shield` runs the coroutine in a task of its own and keeps a cancel away from it. So the caller's
task ends, and leaves `keep`, while the mail is still being sent by a task that nobody holds.
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
            return await asyncio.shield(coro)
        except Exception as error:
            on_error(error)

    task = asyncio.create_task(reporting())
    keep.add(task)
    task.add_done_callback(keep.discard)
    return task
