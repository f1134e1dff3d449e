"""An async generator runs the steps; a comprehension collects the results."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def outcomes(
    steps: Sequence[Callable[[], Awaitable[T]]],
) -> AsyncIterator[T]:
    for step in steps:
        yield await step()


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    return [result async for result in outcomes(steps)]
