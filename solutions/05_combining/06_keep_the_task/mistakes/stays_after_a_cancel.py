"""A task that was cancelled stayed in the set for ever.

Your `except Exception` catches an error, and then the next line takes the task out. A cancel is no
`Exception`: it goes past both. What has to happen on every way out belongs in a `finally`, or
into a callback of the task.
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
        value = None
        try:
            value = await coro
        except Exception as error:
            on_error(error)
        keep.discard(asyncio.current_task())
        return value

    task = asyncio.create_task(reporting())
    keep.add(task)
    return task
