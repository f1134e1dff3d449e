"""A cancel was reported as an error, and the task counted as finished, not as cancelled.

`except BaseException` catches CancelledError too. Somebody stopped the task on purpose; that is no
failure. And whoever cancelled it looks for a cancelled task afterwards. Catch Exception, and let
the cancel through.
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
        except BaseException as error:
            on_error(error)
        finally:
            keep.discard(asyncio.current_task())

    task = asyncio.create_task(reporting())
    keep.add(task)
    return task
