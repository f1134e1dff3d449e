"""The error was reported, and then raised again into a task that nobody awaits.

Raising it again is right where a caller waits for it. Here there is none: the error stays in the
task, and asyncio logs "Task exception was never retrieved" as well. So it is heard of twice, once
in the wrong place.
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
            return await coro
        except Exception as error:
            on_error(error)
            raise
        finally:
            keep.discard(asyncio.current_task())

    task = asyncio.create_task(reporting())
    keep.add(task)
    return task
