"""The first step, then the rest in the same way."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    if not steps:
        return []
    first = await steps[0]()
    return [first, *await in_order(steps[1:])]
