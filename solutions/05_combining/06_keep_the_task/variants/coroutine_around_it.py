"""A coroutine around it reports errors; its `finally` lets go of the task."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    async def guarded() -> Any:
        try:
            return await coro
        except Exception as error:
            on_error(error)
        finally:
            keep.discard(asyncio.current_task())

    task = asyncio.create_task(guarded())
    keep.add(task)
    return task
