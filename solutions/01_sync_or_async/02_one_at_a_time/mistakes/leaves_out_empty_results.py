"""You leave out a result that looks like nothing, and it has its place in the list too.

None, 0 and an empty text may be what a step has to say. Without them all later results stand in
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
