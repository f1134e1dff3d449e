"""You take the steps out of the caller's list, and put them back when all is over.

Afterwards nothing is to be seen of it. But your function takes time, and others run meanwhile:
whoever looks at the list while a step runs finds it half empty.
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: list[Callable[[], Awaitable[T]]]) -> list[T]:
    done, results = [], []
    while steps:
        step = steps.pop(0)
        done.append(step)
        results.append(await step())
    steps.extend(done)
    return results
