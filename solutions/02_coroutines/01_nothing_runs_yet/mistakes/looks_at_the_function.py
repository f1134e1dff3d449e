"""You look at the function, and it does not tell what its call gives.

A lambda is no async def, and yet its call may give a coroutine object that somebody else made.
The object is in your hands after the call: that is what the first question is about.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    had_begun = started()
    return inspect.iscoroutinefunction(func), had_begun, await made
