"""Each job begins when the one before it has ended.

The pairs are right, and the times add up. An `await` in the loop waits for one job while the others
have not even begun. Start all of them first.
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
    outcomes: list[Any] = []
    for job in jobs:
        task = asyncio.create_task(job)
        await asyncio.gather(task, return_exceptions=True)
        outcomes.append(_ending(task))
    return outcomes
