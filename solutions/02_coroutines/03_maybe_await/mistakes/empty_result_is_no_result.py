"""A result that counts as false is thrown away, and the used-up object comes back in its place.

`or` takes the right side whenever the left one counts as false. A price of 0 is a price, and None
is a result like any other: whoever gets the object instead cannot do anything with it.
"""

import inspect
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if inspect.isawaitable(value):
        return await value or value
    return value
