"""You catch what a reader raises and put None in its place.

The others have their answers, so it seems kind. But your caller cannot tell a reader that has
nothing to say from one that failed, and the mail was never sent.
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

    async def branch(reader: Callable[[T], Awaitable[R]]) -> R | None:
        try:
            return await reader(result)
        except Exception:
            return None

    return list(await asyncio.gather(*map(branch, readers)))
