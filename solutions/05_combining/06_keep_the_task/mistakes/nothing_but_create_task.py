"""The task was started, and nobody holds it or asks how it ended.

The loop keeps only weak references to its tasks. One that waits for something which nobody else
holds either can be thrown away half-way, and an error in it reaches nobody but the log. It mostly
works, and that is the trouble: mails go missing now and then, and nothing tells which ones.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    return asyncio.create_task(coro)
