"""You waited for the task before you returned, so nothing ran in the background.

`await task` stands still until it is over. The caller, who wanted to go on at once, waited for all
of it. Starting a task is enough to make it run; it gets its turns while the others wait.
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
    try:
        await task
    except Exception as error:
        on_error(error)
    finally:
        keep.discard(task)
    return task
