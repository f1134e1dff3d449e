"""You look every tenth of a second whether the result is there, and so you find it late.

The task is done in between two looks, and nobody reads the result until the next one. Every look
before that was for nothing, too.
Awaiting the task wakes you at the moment when it is done.
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
    while not task.done():
        await asyncio.sleep(0.1)
    result = task.result()
    return list(await asyncio.gather(*(reader(result) for reader in readers)))
