"""You keep the results in a dict under their steps, where a step that occurs twice has one place.

Both runs take place, and the second result takes the place of the first. The first one
is lost.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = {}
    for step in steps:
        results[step] = await step()
    return list(results.values())
