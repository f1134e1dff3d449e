"""You waited for the clean-ups only so long, and then returned without them.

A limit keeps a slow loser from holding you up. But the task says that you return when every
clean-up has ended: a caller who then closes the network closes it too early for those that are
still hanging up.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    tasks = [asyncio.create_task(op()) for op in ops]
    errors: list[Exception] = []
    try:
        for ended in asyncio.as_completed(tasks):
            try:
                return await ended
            except Exception as error:
                errors.append(error)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks, timeout=5)
        for task in tasks:
            if task.done() and not task.cancelled():
                task.exception()
    raise ExceptionGroup("nobody succeeded", errors)
