"""A job that was cancelled is missing from the report.

You ask each task whether it was cancelled, and that is good: its exception cannot be asked for. But
leaving it out makes the report shorter than the list of jobs, and from there on every pair stands
beside the wrong disk. A cancel is an error here like any other.
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
        if not task.cancelled()
    ]
