"""The task was kept and let go, but nobody asked it how it ended.

This is the recipe of the documentation, and it keeps the task alive. An error stays inside the task
until somebody asks for it. Nobody did, so `on_error` never heard of it, and asyncio logged "Task
exception was never retrieved" when the task was thrown away.
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
    task.add_done_callback(keep.discard)
    return task
