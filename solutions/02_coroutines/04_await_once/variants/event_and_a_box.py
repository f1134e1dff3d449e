"""Branches wait for an event; what came out, value or error, lies in a box."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    ready = asyncio.Event()
    box: list[T] = []

    async def branch(reader: Callable[[T], Awaitable[R]]) -> R:
        await ready.wait()
        return await reader(box[0])

    branches = [asyncio.create_task(branch(reader)) for reader in readers]
    try:
        box.append(await coro)
    except BaseException:
        for each in branches:
            each.cancel()
        await asyncio.gather(*branches, return_exceptions=True)
        raise
    ready.set()
    return list(await asyncio.gather(*branches))
