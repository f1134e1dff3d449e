"""You hand the readers the task, not what the task will give.

The task does run, and it knows the result some time later. But a task is not its result: the
readers got an object that is of no use to them, long before the report was there.
What await gives back is the result; hand over that.
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
    answers = await asyncio.gather(*(reader(task) for reader in readers))
    await task
    return list(answers)
