"""When you were cancelled yourself, you cancelled the ops and left at once.

`cancel()` is only a request, and the ops were still cleaning up when CancelledError came out. After
a success you wait for them; a cancel is another way out, and they need the same time there.
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
            except Exception as error:
                errors.append(error)
            else:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
                return value
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    raise ExceptionGroup("nobody succeeded", errors)
