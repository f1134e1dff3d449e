"""You run all steps in order and return nothing.

All the work is done, so nothing seems to be missing; yet the caller gets None, no list.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for step in steps:
        results.append(await step())
