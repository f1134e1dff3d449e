"""You were cancelled, and took the cancel for the failure of an op.

`except BaseException` catches CancelledError as well. When it is you who is cancelled, it strikes
at the `await` in your loop; there it was put among the errors, and the race went on. Catch
Exception: CancelledError is not one, and comes out by itself.
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
    errors: list[BaseException] = []
    try:
        for ended in asyncio.as_completed(tasks):
            try:
                return await ended
            except BaseException as error:
                errors.append(error)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    raise BaseExceptionGroup("nobody succeeded", errors)
