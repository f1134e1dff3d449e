"""You ask whether the object can be awaited, and that is true of tasks and futures as well.

A coroutine object is one kind of awaitable among others. The question is about that kind.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    is_coroutine = inspect.isawaitable(made)
    had_begun = started()
    return is_coroutine, had_begun, await made
