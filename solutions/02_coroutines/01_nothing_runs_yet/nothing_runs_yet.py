"""Nothing runs yet: find out what a call gives, and what it has begun."""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    """Call `func` once, and return three answers about what the call gave.

    Is it a coroutine object? Had the work begun before anything was awaited,
    as `started()` tells? What is the result of awaiting it? If the work fails,
    its error comes out.
    """
    made = func()
    is_coroutine = inspect.iscoroutine(made)
    had_begun = started()  # asked here: the next await lets the work begin
    return is_coroutine, had_begun, await made
