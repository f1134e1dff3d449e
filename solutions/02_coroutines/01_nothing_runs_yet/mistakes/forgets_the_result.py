"""You await the work and keep nothing of what it gives.

The probe is there to watch, not to swallow: whoever wanted the tea gets None.
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
    return is_coroutine, had_begun, None
