"""Done-callbacks note the first error and cancel the rest; we only wait."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    errors: list[BaseException] = []
    tasks: list[asyncio.Task[T]] = []

    def stop_all() -> None:
        for task in tasks:
            task.cancel()

    def ended(task: asyncio.Task[T]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            errors.append(error)
            if len(errors) == 1:
                stop_all()

    for job in jobs:
        tasks.append(asyncio.create_task(job))
        tasks[-1].add_done_callback(ended)
    if not tasks:
        return []
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError as cancel:
        # It came first: no error of a clean-up stops anybody again.
        errors.append(cancel)
        stop_all()
        await asyncio.wait(tasks)
        raise
    if errors:
        raise errors[0]
    return [task.result() for task in tasks]
