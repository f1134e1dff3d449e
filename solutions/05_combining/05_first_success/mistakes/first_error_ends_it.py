"""The first error came out, although another op was about to succeed.

`gather` passes on the first error that it meets: it is made for jobs that are all needed. Here one
success is enough, and a failure only means that one op fewer can still succeed.
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
        values = await asyncio.gather(*tasks)
        return values[0]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
