"""asyncio.wait waits for all, if any; then each task is asked in turn."""

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
    tasks = [asyncio.ensure_future(reader(result)) for reader in readers]
    if tasks:
        await asyncio.wait(tasks)
    return [task.result() for task in tasks]
