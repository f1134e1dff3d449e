"""Each task is waited for in turn; a cancel is handed on to all."""

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
    tasks = [asyncio.create_task(job) for job in jobs]
    outcomes = []
    try:
        for task in tasks:
            await asyncio.wait([task])
            outcomes.append(_ending(task))
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
    return outcomes
