"""Every reader's branch awaits the coroutine object itself, and only one of them can.

A coroutine object is one run of its body, with one bookmark. While the first branch waits in it,
the second one arrives and Python says "coroutine is being awaited already".
What can be used many times is the result. Get that first, then share it.
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
    async def branch(reader: Callable[[T], Awaitable[R]]) -> R:
        return await reader(await coro)

    return list(await asyncio.gather(*map(branch, readers)))
