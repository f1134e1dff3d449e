"""You stop waiting after some seconds, and the work may take longer.

A limit on time is good where somebody asks for it. This probe watches: whether the work takes two
seconds or ten minutes, the caller wants its result, and gets a TimeoutError.
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
    is_coroutine = inspect.iscoroutine(made)
    had_begun = started()
    return is_coroutine, had_begun, await asyncio.wait_for(made, timeout=5)
