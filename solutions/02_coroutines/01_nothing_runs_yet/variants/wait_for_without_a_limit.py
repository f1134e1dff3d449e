"""wait_for without a limit waits as await does."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    had_begun = started()
    result = await asyncio.wait_for(made, None)
    return inspect.iscoroutine(made), had_begun, result
