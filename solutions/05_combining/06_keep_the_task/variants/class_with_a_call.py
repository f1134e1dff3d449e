"""An object with `__call__` is the callback."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class Guard:
    def __init__(
        self,
        keep: set[asyncio.Task[Any]],
        on_error: Callable[[BaseException], None],
    ):
        self.keep, self.on_error = keep, on_error

    def start(self, coro: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.create_task(coro, name="in the background")
        self.keep.add(task)
        task.add_done_callback(self)
        return task

    def __call__(self, task: asyncio.Task[Any]) -> None:
        self.keep -= {task}
        error = None if task.cancelled() else task.exception()
        if error:
            self.on_error(error)


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    return Guard(keep, on_error).start(coro)
