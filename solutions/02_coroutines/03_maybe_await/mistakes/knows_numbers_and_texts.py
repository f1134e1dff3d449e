"""You know that numbers and texts need no waiting, and await everything else.

None, a list and a function cannot be awaited either. A list of kinds that need no waiting is never
complete.
"""

from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    if isinstance(value, (int, float, str)):
        return value
    return await value
