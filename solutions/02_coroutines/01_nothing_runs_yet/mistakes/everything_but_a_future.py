"""You ask whether the object is a future, and take everything else for a coroutine object.

Tasks are futures, so it is right for both. But anybody may write a class whose objects can be
awaited: all it needs is a method of the name __await__. Such an object is no coroutine object.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    is_coroutine = not asyncio.isfuture(made)
    had_begun = started()
    result = await made
    return is_coroutine, had_begun, result
