"""You hand the value back as it is, and nobody waits for it.

Numbers come out right. But a coroutine object comes back as a coroutine object, and its work is
never done.
"""

from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def resolve(value: T | Awaitable[T]) -> T:
    return value
