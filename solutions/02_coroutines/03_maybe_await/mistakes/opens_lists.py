"""You look into lists and await what they hold.

It may be useful some day. But the value is the list, and a list cannot be awaited: whoever handed
it over gets another list back, later.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if isinstance(value, list):
        return [await resolve(item) for item in value]
    if inspect.isawaitable(value):
        return await value
    return value
