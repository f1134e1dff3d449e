"""A function of the module, bound with `partial`, is the callback."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any


def _ended(
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
    task: asyncio.Task[Any],
) -> None:
    keep.discard(task)
    if task.cancelled():
        return
    if error := task.exception():
        on_error(error)


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    task = asyncio.create_task(coro)
    keep.add(task)
    task.add_done_callback(partial(_ended, keep, on_error))
    return task
