"""asyncio.run starts an event loop, and you are already inside one.

It is how a coroutine is run from ordinary code. Your function is an async def: the loop runs
already, and waiting needs one word only.
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
    return is_coroutine, had_begun, asyncio.run(made)
