"""The ops were asked together, but you waited for them in the order of the list.

While you wait for the first task, you do not see that another one has its answer already. It has to
wait until everybody before it in the list is over. Look at the tasks in the order in which they
end.
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
        for task in tasks:
            try:
                return await task
            except Exception as error:
                errors.append(error)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("nobody succeeded", errors)
