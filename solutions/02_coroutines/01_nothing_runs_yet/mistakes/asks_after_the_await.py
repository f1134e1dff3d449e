"""You ask started() when the work is over, and by then it has begun in any case.

After the await the answer is always True. What you want to know can only be seen between the call
and the await.
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
