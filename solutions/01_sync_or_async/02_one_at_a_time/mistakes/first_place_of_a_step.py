"""You look up where a step stands in the list, and find the first place twice.

For steps that differ it works. A step that occurs again is looked up like the first time: its
second result overwrites the first one, and the later place stays empty.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[Any]:
    results = [None] * len(steps)
    for step in steps:
        results[steps.index(step)] = await step()
    return results
