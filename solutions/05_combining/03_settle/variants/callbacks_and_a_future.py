"""Callbacks count the tasks that are over; the last one wakes us."""

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
    over = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(job) for job in jobs]

    def look(_: asyncio.Task[Any]) -> None:
        if all(task.done() for task in tasks) and not over.done():
            over.set_result(None)

    for task in tasks:
        task.add_done_callback(look)
    try:
        if tasks:
            await over
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    return [_ending(task) for task in tasks]
