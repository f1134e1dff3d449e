"""You keep the tasks by reader, and a reader that stands in the list twice has one task only.

It is called twice, and the list is as long as it should be. But in both places stands the answer of
the second call, and the answer of the first one is lost.
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
    tasks = {reader: asyncio.create_task(reader(result)) for reader in readers}
    return [await tasks[reader] for reader in readers]
