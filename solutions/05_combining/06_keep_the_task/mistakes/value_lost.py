"""The task ended with None, and the value of the coroutine was lost.

You wrapped the coroutine in one of your own, and that one awaits it and returns nothing. The result
of a task is what *its* coroutine returns: pass the value on.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    async def guarded() -> None:
        try:
            await coro
        except Exception as error:
            on_error(error)
        finally:
            keep.discard(asyncio.current_task())

    task = asyncio.create_task(guarded())
    keep.add(task)
    return task
