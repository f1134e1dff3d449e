"""You keep the answers by reader, and a reader that stands in the list twice has one place only.

The second call took the place of the first one, whose answer is lost.
One answer belongs to each place in the list, not to each different reader.
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
    return [await task for task in tasks.values()]
