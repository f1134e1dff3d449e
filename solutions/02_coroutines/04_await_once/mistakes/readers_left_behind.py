"""You start the readers and return at once, while they are still running.

Their tasks are in the list, but whoever called you wants answers, and believes that all is done.
Nobody hears of an error in them either.
Wait for what you have started.
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
    return [asyncio.create_task(reader(result)) for reader in readers]
