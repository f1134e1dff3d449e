"""Done-callbacks fill a future: with the first value, or with all errors."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    verdict: asyncio.Future[T] = asyncio.get_running_loop().create_future()
    errors: list[BaseException] = []

    def ended(task: asyncio.Task[T]) -> None:
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            errors.append(error)
        if verdict.done():
            return
        if error is None:
            verdict.set_result(task.result())
        elif len(errors) == len(ops):
            verdict.set_exception(
                BaseExceptionGroup("nobody succeeded", errors)
            )

    tasks = [asyncio.create_task(op()) for op in ops]
    for task in tasks:
        task.add_done_callback(ended)
    try:
        return await verdict
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
