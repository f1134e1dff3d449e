"""All errors go to the `on_error` of the last call.

It stands at the top of the module, and each call of `spawn` puts its own in place of the one
before. When the first mail fails, somebody else is told. What belongs to a call is kept in the
call: in a local variable, where an inner function finds it.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

_on_error: Callable[[BaseException], None] | None = None


def _ended(task: asyncio.Task[Any]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        _on_error(error)


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    global _on_error
    _on_error = on_error
    task = asyncio.create_task(coro)
    keep.add(task)
    task.add_done_callback(keep.discard)
    task.add_done_callback(_ended)
    return task
