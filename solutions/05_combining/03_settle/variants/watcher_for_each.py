"""A task for each job, and a watcher that looks at how it ended."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


def _ending(task: asyncio.Task[Any]) -> Any:
    if task.cancelled():
        return "error", asyncio.CancelledError()
    if error := task.exception():
        return "error", error
    return "ok", task.result()


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    async def settled(job: Coroutine[Any, Any, T]) -> Any:
        task = asyncio.ensure_future(job)
        try:
            await asyncio.wait({task})
        finally:
            task.cancel()
        return _ending(task)

    return list(await asyncio.gather(*map(settled, jobs)))
