"""You await the same object twice, and a coroutine object can be run only once.

The first await runs it to its end and throws the result away. The second one finds it used up.
A task would have allowed it, since a task keeps its result.
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
    return is_coroutine, had_begun, await made
