"""A loser failed in its clean-up, and its error came out instead of the value.

You had the value already. Then the wait for the losers passed on what it found, as `gather` does
unless it is told otherwise, and what a `finally` raises takes the place of what was about to be
returned. Wait in a way that only waits.
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
        for task in tasks:
            if task.done() and not task.cancelled():
                continue
            try:
                await task
            except asyncio.CancelledError:
                pass
    raise ExceptionGroup("nobody succeeded", errors)
