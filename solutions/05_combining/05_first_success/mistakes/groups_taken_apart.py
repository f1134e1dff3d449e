"""All failed, one of them with a group of errors, and you took that group apart.

An op that uses several connections may fail with an ExceptionGroup of its own. That is one error:
the group says what these failures have in common and where they came from, and without it the
caller can no longer tell how many ops have failed.
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
            except ExceptionGroup as group:
                errors.extend(group.exceptions)
            except Exception as error:
                errors.append(error)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("nobody succeeded", errors)
