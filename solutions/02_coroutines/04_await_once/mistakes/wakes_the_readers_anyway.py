"""Your readers wait for an event, and it is set also when the coroutine has failed.

finally runs on the way out of an error too. The branches woke up, found no result, and called
their readers with None.
Give the signal only after there is a result.
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
    ready = asyncio.Event()
    result: Any = None

    async def branch(reader: Callable[[T], Awaitable[R]]) -> R:
        await ready.wait()
        return await reader(result)

    branches = [asyncio.create_task(branch(reader)) for reader in readers]
    try:
        result = await coro
    finally:
        ready.set()
        answers = await asyncio.gather(*branches)
    return list(answers)
