"""You return the object that the call gave, and nobody awaits it: the work never runs.

Both answers are right, and after 0 s you have a tuple. But its third part is not the result. It is
the thing that could have become the result.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    return inspect.iscoroutine(made), started(), made
