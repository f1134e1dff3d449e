"""You ask the object for `__await__`, and a class that has this method says yes.

An object can be awaited when its *class* has the method. Ask a class about its own attributes and
you see what its objects can do: the class itself cannot be awaited, and trying is a TypeError.
"""

from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if hasattr(value, "__await__"):
        return await value
    return value
