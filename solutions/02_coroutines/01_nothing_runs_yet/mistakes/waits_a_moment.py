"""You pause before you ask, and a task that was only waiting for a pause has begun by then.

For an ordinary coroutine object a pause changes nothing, so it seems harmless. But a task takes
every chance it gets. The question is what had begun before you awaited anything.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    is_coroutine = inspect.iscoroutine(made)
    await asyncio.sleep(0)
    had_begun = started()
    return is_coroutine, had_begun, await made
