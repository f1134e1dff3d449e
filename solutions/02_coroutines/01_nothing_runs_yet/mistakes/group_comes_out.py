"""The error of the work comes out inside an ExceptionGroup.

A task group waits for you and cleans up well. But it packs what goes wrong into a group, also a
single error, and whoever has written an except for that error does not catch the group.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def outcome(made: Awaitable[T]) -> T:
    return await made


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    had_begun = started()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(outcome(made))
    return inspect.iscoroutine(made), had_begun, task.result()
