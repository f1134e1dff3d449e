"""A round of waiting, then the same for those that are left."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    async def race(
        tasks: set[asyncio.Task[T]], errors: list[BaseException]
    ) -> T:
        if not tasks:
            raise BaseExceptionGroup("nobody succeeded", errors)
        done, rest = await asyncio.wait(
            tasks, return_when=asyncio.FIRST_COMPLETED
        )
        failed = {task for task in done if task.exception() is not None}
        for task in done - failed:
            return task.result()
        return await race(
            rest, [*errors, *(task.exception() for task in failed)]
        )

    tasks = {asyncio.create_task(op()) for op in ops}
    try:
        return await race(tasks, [])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
