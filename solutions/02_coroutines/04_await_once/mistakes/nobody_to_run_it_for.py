"""Without readers you return at once, and the coroutine never runs.

It looks like saved work. But the report was to be computed all the same, and a coroutine
object that nobody awaits does nothing at all.
The number of readers only matters after that.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    if not readers:
        return []
    result = await coro
    return list(await asyncio.gather(*(reader(result) for reader in readers)))
