"""You call all steps at the beginning, and await them one after another.

The time is right, because a coroutine object does nothing before it is awaited.
But the calls were all made at 0 s. When a step fails, the objects of the later steps are there
already, and nobody runs them.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    coroutines = [step() for step in steps]
    return [await coroutine for coroutine in coroutines]
