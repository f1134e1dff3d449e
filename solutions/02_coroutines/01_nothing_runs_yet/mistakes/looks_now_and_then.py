"""You look every now and then whether the work is over, and so you return late.

Between two looks nobody tells you anything: work that ends just after a look waits for the next
one. An await goes on at the very moment when there is a result.
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
    is_coroutine, had_begun = inspect.iscoroutine(made), started()
    task = asyncio.ensure_future(made)
    while not task.done():
        await asyncio.sleep(0.1)
    return is_coroutine, had_begun, task.result()
