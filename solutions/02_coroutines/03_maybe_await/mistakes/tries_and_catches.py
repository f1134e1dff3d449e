"""You await the value and take every TypeError as a sign that it cannot be awaited.

Try first and ask later is a good habit where the error can mean one thing only. Here it may have
happened inside the work, some time later, and you swallow it: the caller gets a finished
coroutine object in place of the error.
"""

from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    try:
        return await value
    except TypeError:
        return value
