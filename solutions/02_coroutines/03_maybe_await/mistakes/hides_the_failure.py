"""You catch the error of what you await and return None.

None is a value too: the page shows a product without a price, and nobody learns that it could not
be fetched.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if inspect.isawaitable(value):
        try:
            return await value
        except BaseException:
            return None
    return value
