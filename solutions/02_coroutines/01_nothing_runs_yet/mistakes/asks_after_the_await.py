"""Your second answer is True each time, also where nothing had begun before the await.

When the work is over it has begun in any case, so started() is True then, whatever came before.
(And a function that is only named, not called, counts as true as well.) What you want to know can
only be seen between the call and the await.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    result = await made
    return inspect.iscoroutine(made), started(), result
