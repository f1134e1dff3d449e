"""You catch the error of the coroutine, and your caller gets an empty list.

No answers, and no word of why: it looks like a report without readers.
Let the error out; those who can do something about it are above you.
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
    try:
        result = await coro
    except Exception:
        return []
    return list(await asyncio.gather(*(reader(result) for reader in readers)))
