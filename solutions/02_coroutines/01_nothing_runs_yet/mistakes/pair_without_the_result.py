"""You return two answers, and the third part is missing.

The caller takes the tuple apart into three names, and two values are not enough for that.
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
    await made
    return is_coroutine, had_begun
