"""Only a coroutine object has a state that inspect can name."""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    had_begun = started()
    try:
        inspect.getcoroutinestate(made)
        is_coroutine = True
    except AttributeError:
        is_coroutine = False
    return is_coroutine, had_begun, await made
