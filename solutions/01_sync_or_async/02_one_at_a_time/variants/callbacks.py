"""Each step's end starts the next one, and a future tells when all is over."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    over: asyncio.Future[list[T]] = asyncio.get_running_loop().create_future()
    waiting = iter(steps)
    results: list[T] = []

    def ended(task: asyncio.Future[T]) -> None:
        if error := task.exception():
            over.set_exception(error)
            return
        results.append(task.result())
        begin()

    def begin() -> None:
        step = next(waiting, None)
        if step is None:
            over.set_result(results)
        else:
            asyncio.ensure_future(step()).add_done_callback(ended)

    begin()
    return await over
