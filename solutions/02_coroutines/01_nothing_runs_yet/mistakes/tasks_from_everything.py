"""create_task makes a task of a coroutine object, and of nothing else.

What you got may already be a task. It needs no second one around it, and create_task refuses it
with a TypeError. An await takes either.
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
    had_begun = started()
    return is_coroutine, had_begun, await asyncio.create_task(made)
