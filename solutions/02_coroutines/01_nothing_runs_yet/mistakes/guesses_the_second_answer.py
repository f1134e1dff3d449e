"""You take the second answer from the first: a coroutine object has not begun, all else has.

Often it is so. But the work of a task may be waiting for its first turn, and an ordinary function
may begin the work and hand you a coroutine object for the rest. started() knows.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    is_coroutine = inspect.iscoroutine(made)
    return is_coroutine, not is_coroutine, await made
