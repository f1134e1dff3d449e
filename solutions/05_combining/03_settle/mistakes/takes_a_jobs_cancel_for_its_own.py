"""When a job ends in CancelledError, you believe that you were cancelled, and give up.

Out of `await task` comes the cancel of the task as well as your own, and they look the same. You
stop all the other jobs and raise, and there is no report. Whoever asks the task itself knows whose
cancel it was.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    tasks = [asyncio.create_task(job) for job in jobs]
    outcomes: list[Any] = []
    try:
        for task in tasks:
            try:
                outcomes.append(("ok", await task))
            except Exception as error:
                outcomes.append(("error", error))
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    return outcomes
