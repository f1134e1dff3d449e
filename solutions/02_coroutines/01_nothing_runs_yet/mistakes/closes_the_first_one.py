"""You call the function once to look, tidy that object away, and call it again for the result.

close keeps Python from complaining about a coroutine object that nobody ran. It is still a second
call: what the function does at once is done twice.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    sample = func()
    is_coroutine = inspect.iscoroutine(sample)
    had_begun = started()
    if is_coroutine:
        sample.close()
        sample = func()
    return is_coroutine, had_begun, await sample
