"""You stop at a step that fails, and return what there is as if all were well.

No later step runs, and that is right. But the error is gone: your caller sees a list, and cannot
tell that the server was never started again.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results: list[T] = []
    for step in steps:
        try:
            results.append(await step())
        except Exception:
            break
    return results
