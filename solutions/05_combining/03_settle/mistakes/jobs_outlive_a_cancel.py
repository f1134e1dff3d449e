"""When you are cancelled, the jobs go on running.

`asyncio.wait` waits for tasks, and leaves them alone when it is interrupted. That is useful where
somebody else goes on waiting for them. Here nobody does: when you are stopped, they have to stop
too.
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
    if tasks:
        await asyncio.wait(tasks)
    return [_ending(task) for task in tasks]
