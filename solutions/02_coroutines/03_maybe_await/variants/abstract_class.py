"""isinstance asks the abstract class Awaitable."""

from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if isinstance(value, Awaitable):
        return await value
    return value
