"""The callback asks for the result, and sees by the error how it ended."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    def ended(task: asyncio.Task[Any]) -> None:
        keep.remove(task)
        try:
            task.result()
        except asyncio.CancelledError:
            pass
        except Exception as error:
            on_error(error)

    keep.add(task := asyncio.create_task(coro))
    task.add_done_callback(ended)
    return task
