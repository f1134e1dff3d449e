"""The losers were cancelled, and nobody waited until they were gone.

`cancel()` is only a request: the op hears of it in its next turn, and may need time to hang up. You
returned while they were still doing that, and a caller who then closes the network closes it too
early. Cancel, and then wait for all of them.
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
    raise ExceptionGroup("nobody succeeded", errors)
