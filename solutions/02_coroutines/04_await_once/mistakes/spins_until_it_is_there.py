"""You ask in every turn of the loop whether the result is there, thousands of times.

sleep(0) gives the others a turn and comes back at once. While everybody else waits for time to
pass, your question keeps the processor busy, and the clock cannot go on.
Awaiting the task costs nothing until it is done.
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
    task = asyncio.create_task(coro)
    while not task.done():
        await asyncio.sleep(0)
    result = task.result()
    return list(await asyncio.gather(*(reader(result) for reader in readers)))
