"""A task that went well was reported as well: `on_error` got None.

`exception()` returns None when there was no error. Handing it on unchecked calls `on_error` for
every task, and whoever counts errors counts them all. Ask first whether there is one.
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
        if not task.cancelled():
            on_error(task.exception())

    task = asyncio.create_task(coro)
    keep.add(task)
    task.add_done_callback(ended)
    return task
