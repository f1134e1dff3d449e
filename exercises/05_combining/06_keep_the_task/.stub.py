"""Start something in the background, and lose neither it nor its error."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


async def spawn(
    coro: Coroutine[Any, Any, Any],
    keep: set[asyncio.Task[Any]],
    on_error: Callable[[BaseException], None],
) -> asyncio.Task[Any]:
    """Start `coro` in the background and return its task at once.

    The task is in `keep` while it runs. An error of `coro` goes to `on_error`,
    once; a cancel is no error.
    """
    # TODO: start the task, keep it while it runs, and tell of its error.
    raise NotImplementedError
