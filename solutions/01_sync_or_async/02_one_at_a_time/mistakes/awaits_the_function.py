"""You await the step itself, not what a call of it gives.

A step is a function, and a function cannot be awaited. Only its call gives something that can.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for step in steps:
        results.append(await step)
    return results
