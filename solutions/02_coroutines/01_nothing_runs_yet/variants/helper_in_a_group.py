"""A helper awaits the object inside a task group; an error comes out in an exception group."""

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
