"""Only errors of some types were reported, and the others stayed in the task.

You named the types that you could think of. A coroutine may raise anything, and whatever is not in
your list reaches nobody but the log: "Task exception was never retrieved".
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
        except (OSError, ValueError, RuntimeError) as error:
            on_error(error)
        finally:
            keep.discard(asyncio.current_task())

    task = asyncio.create_task(reporting())
    keep.add(task)
    return task
