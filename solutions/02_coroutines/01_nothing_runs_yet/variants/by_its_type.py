"""The type of every coroutine object has a name in the module types."""

import types
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    made = func()
    had_begun = started()
    result = await made
    return type(made) is types.CoroutineType, had_begun, result
