"""You ask for coroutine objects only, and hand back tasks and futures without waiting for them.

A coroutine object is what one meets most. But a task and a future can be awaited too, and so can
objects of other classes: the page gets one of them in place of a number.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if inspect.iscoroutine(value):
        return await value
    return value
