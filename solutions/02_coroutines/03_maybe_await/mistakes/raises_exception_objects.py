"""You raise an exception object that is the value, or the result of awaiting it.

What was raised inside comes out of the await by itself, and never reaches the lines after it. An
exception object that does reach them was returned: it is a value, like a number.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if inspect.isawaitable(value):
        value = await value
    if isinstance(value, Exception):
        raise value
    return value
