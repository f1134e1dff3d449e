"""The readers run one after another, so their times add up.

The second reader is not even called before the first one has answered. No reader needs what
another one says, so all of them can begin as soon as the result is there; then it takes as long
as the slowest.
"""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    result = await coro
    return [await reader(result) for reader in readers]
