"""Answers are taken as they come, each with its place, and sorted by place."""

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

    async def placed(
        place: int, reader: Callable[[T], Awaitable[R]]
    ) -> tuple[int, R]:
        return place, await reader(result)

    found = [
        await each
        for each in asyncio.as_completed(
            [placed(*item) for item in enumerate(readers)]
        )
    ]
    return [answer for _, answer in sorted(found, key=lambda pair: pair[0])]
