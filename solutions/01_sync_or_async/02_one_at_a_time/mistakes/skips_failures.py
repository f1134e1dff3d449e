"""You catch the error of a step and go on with the next one.

It feels robust to get as far as possible. But the later steps rely on the one that failed, and
your caller never learns that it did: the list is only shorter.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for step in steps:
        try:
            results.append(await step())
        except Exception:
            continue
    return results
