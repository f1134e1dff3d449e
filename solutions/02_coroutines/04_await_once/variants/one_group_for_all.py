"""One task group for coroutine and readers; each waits for the first task."""

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
        await asyncio.wait([source])
        return await reader(source.result())

    async with asyncio.TaskGroup() as group:
        source = group.create_task(coro)
        tasks = [group.create_task(branch(reader)) for reader in readers]
    return [task.result() for task in tasks]
