"""You return what the last step returned, and the other results are lost.

Each round puts the new result in the place of the old one. The caller wants all of them, in a list.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    result = []
    for step in steps:
        result = await step()
    return result
