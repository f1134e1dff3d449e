"""Every task is stopped by an AsyncExitStack, which first cancels them all."""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    errors: list[Exception] = []
    async with contextlib.AsyncExitStack() as stack:
        tasks: list[asyncio.Task[T]] = []

        async def wait_for_all() -> None:
            await asyncio.gather(*tasks, return_exceptions=True)

        stack.push_async_callback(wait_for_all)
        for op in ops:
            task = asyncio.create_task(op())
            tasks.append(task)
            stack.callback(task.cancel)
        for ended in asyncio.as_completed(tasks):
            try:
                return await ended
            except Exception as error:
                errors.append(error)
    raise ExceptionGroup("nobody succeeded", errors)
