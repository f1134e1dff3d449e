"""You await the value once to wait for it, and once more for its result.

Tasks and futures keep their result, so nothing looks wrong with them. A coroutine object is used up
after the first time, and other objects may do their work all over again.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if inspect.isawaitable(value):
        await value
        return await value
    return value
