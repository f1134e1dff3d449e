"""A cancel was caught and not let out again, so the task counts as finished.

It is right that nobody is told of it. But whoever cancelled the task looks for a cancelled one
afterwards, and finds one that returned None. What is no error needs no except: let CancelledError
through.
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
        except asyncio.CancelledError:
            return None
        except Exception as error:
            on_error(error)
        finally:
            keep.discard(asyncio.current_task())

    task = asyncio.create_task(reporting())
    keep.add(task)
    return task
