"""You hand on the result only if it counts as true, and None in its place if not.

0, False and an empty text are results. Somebody baked nothing, and wants to read 0, not None:
that would mean that nothing was said.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    answers = inspect.iscoroutine(made), started()
    result = await made
    if not result:
        result = None
    return *answers, result
