"""You return the two answers in the wrong order.

Both are right, each in the place of the other. For an async def the caller reads that there is no
coroutine object and that the work had begun.
"""

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
    return had_begun, is_coroutine, await made
