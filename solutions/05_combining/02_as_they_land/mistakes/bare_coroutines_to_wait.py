"""`asyncio.wait` was given coroutine objects, and it takes only tasks.

It used to turn them into tasks by itself; since Python 3.11 it refuses, and no job begins. What it
gives back is tasks, and you could not have told which task ran which coroutine.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    pending: set[Any] = set(jobs)
    results = []
    while pending:
        done, pending = await asyncio.wait(
            pending, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            on_result(task.result())
            results.append(task.result())
    return results
