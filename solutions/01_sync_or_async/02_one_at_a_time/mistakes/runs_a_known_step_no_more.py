"""You remember what a step returned, and do not run it when it occurs again.

It saves time where the same question has the same answer. A step does something: whoever wants the
server restarted twice has a reason, and the second run may return something else.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    known: dict[Callable[[], Awaitable[T]], T] = {}
    results = []
    for step in steps:
        if step not in known:
            known[step] = await step()
        results.append(known[step])
    return results
