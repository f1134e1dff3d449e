"""One at a time: run steps in order, each when the one before it has ended."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    """Run the steps one after another; return their results in that order.

    A step is called only when the one before it has ended. The error of a step
    comes out, and no later step is called.
    """
    # TODO: call and await one step after another; collect what they return.
    raise NotImplementedError
