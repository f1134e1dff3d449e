"""You always answer True and False, as it is for an async def.

Nothing is looked at and nobody is asked. For a function that begins at once and hands you a task,
both answers are wrong.
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    return True, False, await func()
