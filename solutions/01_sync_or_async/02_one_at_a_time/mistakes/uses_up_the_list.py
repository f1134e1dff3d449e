"""You take the steps out of the caller's list, and when you return it is empty.

Inside your function that is a fine way to walk over a list. But the list is not yours:
whoever runs the same steps again gets nothing.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    while steps:
        step = steps.pop(0)
        results.append(await step())
    return results
