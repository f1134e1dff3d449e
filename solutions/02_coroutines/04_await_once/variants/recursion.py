"""One reader is started, then the rest alike; answers meet on the way back."""

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

    async def rest(place: int) -> list[R]:
        if place == len(readers):
            return []
        mine = asyncio.ensure_future(readers[place](result))
        others = await rest(place + 1)
        return [await mine, *others]

    return await rest(0)
