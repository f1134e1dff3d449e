"""You ask whether the value is a coroutine function, and what you were given is never one to call.

A function is not what its call gives. The call was made before the value came to you, so the answer
is no for everything that can be awaited.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if inspect.iscoroutinefunction(value):
        return await value()
    return value
