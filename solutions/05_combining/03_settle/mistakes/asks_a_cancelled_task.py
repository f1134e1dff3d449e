"""A task that was cancelled is asked for its exception, and raises CancelledError.

`exception()` gives back what a task raised, except in one case: after a cancel it raises
CancelledError. So the report breaks off, and it looks as if somebody had cancelled you. Ask first
whether the task was cancelled.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    tasks = [asyncio.create_task(job) for job in jobs]
    await asyncio.gather(*tasks, return_exceptions=True)
    return [
        ("ok", task.result())
        if task.exception() is None
        else ("error", task.exception())
        for task in tasks
    ]
