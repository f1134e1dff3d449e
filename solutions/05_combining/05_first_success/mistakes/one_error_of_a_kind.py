"""All failed, and of errors that look alike only one came out.

Two mirrors may be down for the same reason, and these are two errors, each with its own traceback.
Whoever counts them wants to know how many mirrors failed. Keep every error, not every kind.
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
    errors: dict[tuple[type, str], Exception] = {}
    try:
        for ended in asyncio.as_completed(tasks):
            try:
                return await ended
            except Exception as error:
                errors[type(error), str(error)] = error
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("nobody succeeded", list(errors.values()))
