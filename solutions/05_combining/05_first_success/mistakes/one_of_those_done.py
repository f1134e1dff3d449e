"""Two ops ended at the same instant, and only one of them was looked at.

`FIRST_COMPLETED` means "at least one": `done` is a set, and everything that has ended by then is in
it. You took one task out of it and forgot the rest. When that one had failed and the other had not,
the only success was lost.
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
    pending = set(tasks)
    errors: list[BaseException] = []
    try:
        while pending:
            done, pending = await asyncio.wait(
                pending, return_when=asyncio.FIRST_COMPLETED
            )
            task = done.pop()
            error = task.exception()
            if error is None:
                return task.result()
            errors.append(error)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    raise BaseExceptionGroup("nobody succeeded", errors)
