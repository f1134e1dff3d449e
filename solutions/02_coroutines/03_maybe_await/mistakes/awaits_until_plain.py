"""You go on awaiting as long as what comes out can be awaited.

One await for one value was asked for. What comes out is the result, and if that can be awaited,
somebody may want to do so later, or not at all.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    while inspect.isawaitable(value):
        value = await value
    return value
