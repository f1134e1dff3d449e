"""The coroutine becomes a task, and every reader's branch awaits that task."""

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

    _, *answers = await asyncio.gather(task, *map(branch, readers))
    return answers
