"""You return None for every value that counts as false.

0 is a price, and an empty text is a text. They come back as they are.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if not value:
        return None
    if inspect.isawaitable(value):
        return await value
    return value
