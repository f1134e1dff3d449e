"""You await the value without asking, and a number cannot be awaited.

For everything that can be awaited it is right. For a price that is already there, it is a
TypeError.
"""

from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    return await value
