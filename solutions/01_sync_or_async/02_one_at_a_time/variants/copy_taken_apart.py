"""A copy of the steps is taken apart; the caller's list stays as it is."""

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    waiting = deque(steps)
    results = []
    while waiting:
        step = waiting.popleft()
        results.append(await step())
    return results
