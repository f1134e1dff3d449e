"""The task in the set is not the task that you returned.

You made two: one runs the coroutine, the other one waits for it and reports. The caller looks for
the second in `keep`, finds the first, and nobody holds the one that it was given.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    inner = asyncio.create_task(coro)
    keep.add(inner)

    async def reporting() -> Any:
        try:
            return await inner
        except Exception as error:
            on_error(error)
        finally:
            keep.discard(inner)

    return asyncio.create_task(reporting())
