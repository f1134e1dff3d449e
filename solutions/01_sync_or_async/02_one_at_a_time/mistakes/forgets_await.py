"""You call the steps and collect what the calls gave you, without waiting for it.

The call of an async def runs nothing, it makes a coroutine object. Your list is full of such
objects after 0 s, and no step has begun.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for step in steps:
        results.append(step())
    return results
