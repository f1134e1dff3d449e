"""An error was caught in the background, and nobody was told.

`except Exception: pass` keeps the log clean, and the mail never arrives. Nobody awaits a background
task, so `on_error` is the only one who can hear of its errors.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    async def quietly() -> Any:
        try:
            return await coro
        except Exception:
            pass
        finally:
            keep.discard(asyncio.current_task())

    task = asyncio.create_task(quietly())
    keep.add(task)
    return task
