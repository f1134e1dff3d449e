"""You ask whether the result is a coroutine object; the object is gone by then.

await takes the object and gives you what came out of it, a text or a number. What the call gave
has to be kept under a name of its own.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    had_begun = started()
    made = await made
    return inspect.iscoroutine(made), had_begun, made
