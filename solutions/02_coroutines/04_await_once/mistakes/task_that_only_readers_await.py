"""Only the readers' branches await the task, so without readers nobody waits for it.

A task awaited by many is a good way to share a result. But you return when the branches have
ended, and where there are none that is at once: the report is still being computed.
Wait for the task as well.
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
    task = asyncio.create_task(coro)

    async def branch(reader: Callable[[T], Awaitable[R]]) -> R:
        return await reader(await task)

    return list(await asyncio.gather(*map(branch, readers)))
