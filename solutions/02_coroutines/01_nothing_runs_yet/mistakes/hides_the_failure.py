"""You catch the error of the work, and return three answers as if all were well.

A probe that never fails looks solid. But whatever stands in the third place now reads like a
result, and nobody learns that the work went wrong.
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
    try:
        result = await made
    except Exception:
        result = None
    return is_coroutine, had_begun, result
