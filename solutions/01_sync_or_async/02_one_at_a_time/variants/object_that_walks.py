"""An object walks over the steps; `async for` asks it for each result."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any


class Walk:
    """Calls and awaits the next step each time it is asked."""

    def __init__(self, steps):
        self._left = iter(tuple(steps))

    def __aiter__(self):
        return self

    async def __anext__(self):
        for step in self._left:
            return await step()
        raise StopAsyncIteration


async def in_order(steps: Sequence[Callable[[], Awaitable[Any]]]) -> list[Any]:
    return [result async for result in Walk(steps)]
