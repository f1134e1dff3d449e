"""A second task waits for the first; only the first's callbacks hold it."""

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
        await asyncio.wait([task])
        keep.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            on_error(error)

    # The callbacks of the first task hold it.
    asyncio.create_task(watch())  # noqa: RUF006
    return task
