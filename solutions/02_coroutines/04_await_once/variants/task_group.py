"""A task group runs the readers; if one fails, it raises a group of errors."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    result = await coro
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(reader(result)) for reader in readers]
    return [task.result() for task in tasks]
