"""Nothing runs yet: find out what a call gives, and what it has begun."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def inspect_call(
    func: Callable[[], Awaitable[T]], started: Callable[[], bool]
) -> tuple[bool, bool, T]:
    """Call `func` once, and return three answers about what the call gave.

    Is it a coroutine object? Had the work begun before anything was awaited,
    as `started()` tells? What is the result of awaiting it? If the work fails,
    its error comes out.
    """
    # TODO: call, look at what you got, ask whether the work has begun, and
    # only then await.
    raise NotImplementedError
