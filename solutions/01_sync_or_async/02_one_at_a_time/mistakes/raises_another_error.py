"""You catch the error of a step and raise a new one: what really happened is hidden behind it.

A nicer message seems to be a service. But your caller may know what to do about a full disk, and
has no use for an error that you made up.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for number, step in enumerate(steps, 1):
        try:
            results.append(await step())
        except Exception as error:
            raise ValueError(f"step {number} failed") from error
    return results
