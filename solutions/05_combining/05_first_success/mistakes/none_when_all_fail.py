"""All failed, and None came back as if it were an answer.

The loop ran to its end without a winner, and a function that reaches its end returns None. None may
be a value here, so the caller cannot tell. When nobody succeeds, the caller has to hear it: with an
ExceptionGroup of all the errors.
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
    try:
        for ended in asyncio.as_completed(tasks):
            try:
                return await ended
            except Exception:
                continue
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
