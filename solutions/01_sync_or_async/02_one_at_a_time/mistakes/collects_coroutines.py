"""You call the steps in a comprehension, and nobody waits for what the calls gave you.

The call of an async def runs nothing, it makes a coroutine object. Your list is full of such
objects after 0 s, and no step has begun.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[Any]:
    return [step() for step in steps]
