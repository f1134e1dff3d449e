"""You make a task and pause once before you ask, and in that pause the work begins.

You meant to see whether anything runs by itself, but a task is what makes it run. So the answer is
about your task, not about the call.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    task = asyncio.ensure_future(made)
    await asyncio.sleep(0)
    return inspect.iscoroutine(made), started(), await task
