"""The losers were stopped one after another, each waiting for the clean-up of the one before.

The clean-ups add up that way, and the losers at the end of the line run on in the meantime. Cancel
all of them first; then their clean-ups go on side by side, and you wait only for the slowest.
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
            await asyncio.gather(task, return_exceptions=True)
    raise ExceptionGroup("nobody succeeded", errors)
