"""You start all steps inside one TaskGroup, and the group runs them at the same time.

A group waits for all of its tasks at its end, not for each of them in turn.
The second step begins before the first one has done anything.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(step()) for step in steps]
    return [task.result() for task in tasks]
