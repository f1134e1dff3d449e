"""You take None for "no result", and the readers are not called.

A coroutine may well return None, or 0, and this is its result then. Whether it succeeded is
another question: if not, an error comes out of the await.
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
    if result is None:
        return []
    return list(await asyncio.gather(*(reader(result) for reader in readers)))
