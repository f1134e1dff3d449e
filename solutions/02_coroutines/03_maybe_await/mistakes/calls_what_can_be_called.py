"""You call a value that is a function, and nobody asked for that.

A function cannot be awaited, so it comes back as it is. What a call of it does, and whether it
should be done now, is for others to say.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if callable(value):
        value = value()
    if inspect.isawaitable(value):
        return await value
    return value
