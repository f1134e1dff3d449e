"""You ask whether the object is a task, and take everything else for a coroutine object.

A task is what create_task gives. There are other things that can be awaited: a future, to which
somebody will give a result, is neither a task nor a coroutine object.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    is_coroutine = not isinstance(made, asyncio.Task)
    had_begun = started()
    return is_coroutine, had_begun, await made
