"""You ask started() before you call the function, when nothing can have begun.

The answer is always False. Whether the call itself begins the work can only be seen after it.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    had_begun = started()
    made = func()
    return inspect.iscoroutine(made), had_begun, await made
