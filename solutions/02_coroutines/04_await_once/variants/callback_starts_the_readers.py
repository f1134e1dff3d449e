"""A callback of the task starts the readers as soon as there is a result."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def share(
    coro: Coroutine[Any, Any, T],
    readers: Sequence[Callable[[T], Awaitable[R]]],
) -> list[R]:
    loop = asyncio.get_running_loop()
    started: asyncio.Future[list[asyncio.Task[R]]] = loop.create_future()

    def start(task: asyncio.Task[T]) -> None:
        if task.exception() is None:
            started.set_result(
                [loop.create_task(reader(task.result())) for reader in readers]
            )

    source = loop.create_task(coro)
    source.add_done_callback(start)
    await source
    return await asyncio.gather(*await started)
