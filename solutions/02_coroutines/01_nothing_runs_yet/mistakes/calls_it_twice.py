"""You call the function once to look at it, and once more to await it.

Each call gives a new object. The first one, if it is a coroutine object, is never run; if it is a
task, the work is done twice.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    is_coroutine = inspect.iscoroutine(func())
    had_begun = started()
    return is_coroutine, had_begun, await func()
