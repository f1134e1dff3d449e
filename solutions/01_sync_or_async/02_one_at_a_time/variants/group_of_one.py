"""A task group for each step: its error comes out in an exception group."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for step in steps:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(step())
        results.append(task.result())
    return results
