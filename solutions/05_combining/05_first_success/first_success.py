"""Ask several at once, and return the first answer that is one."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    """Return the value of the op that succeeds first.

    The others are cancelled, and over by then. Raises an `ExceptionGroup` with
    the error of every op when all fail, and `ValueError` when there are none.
    """
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
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("nobody succeeded", errors)
