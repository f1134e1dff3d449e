"""Start something in the background, and lose neither it nor its error."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    """Start `coro` in the background and return its task at once.

    The task is in `keep` while it runs. An error of `coro` goes to `on_error`,
    once; a cancel is no error.
    """

    def ended(task: asyncio.Task[Any]) -> None:
        keep.discard(task)
        # A cancelled task has no exception, and raises when it is asked.
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            on_error(error)

    task = asyncio.create_task(coro)
    keep.add(task)
    task.add_done_callback(ended)
    return task
