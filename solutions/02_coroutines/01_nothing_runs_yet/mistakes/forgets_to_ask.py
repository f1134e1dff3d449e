"""You return the function started instead of its answer.

It is an ordinary function, so it needs no await; but it has to be called. A function counts as true
in every if, and that hides the slip.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    return inspect.iscoroutine(made), started, await made
