"""When you are cancelled, the jobs go on running behind their shields.

`shield` keeps your cancel away from the job. It is meant for work that must not be interrupted, and
then somebody has to wait for its end. Here a cancel should go through to the jobs.
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
    await asyncio.gather(
        *(asyncio.shield(task) for task in tasks), return_exceptions=True
    )
    return [_ending(task) for task in tasks]
