"""match tells coroutine objects from other awaitables."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    match func():
        case Coroutine() as made:
            return True, started(), await made
        case made:
            return False, started(), await made
