"""When you were cancelled yourself, the ops went on without you.

The losers are cancelled where somebody has won, and nowhere else. A cancel of the caller leaves the
function by another way, and that way has no clean-up. Put one where every way out passes.
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
    raise ExceptionGroup("nobody succeeded", errors)
