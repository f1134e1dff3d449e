"""A task is made first, but awaited only when both questions are answered."""

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
    return inspect.iscoroutine(made), started(), await task
