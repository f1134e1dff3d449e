"""FIRST_EXCEPTION waits for an error or, where there is none, for the end of all jobs.

When a job fails, everything is over in time and the others are cancelled. But what went well is
reported only then, all of it in one go and in no order.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    if not jobs:
        return []
    done, pending = await asyncio.wait(
        [asyncio.create_task(job) for job in jobs],
        return_when=asyncio.FIRST_EXCEPTION,
    )
    for task in pending:
        task.cancel()
    results = []
    for task in done:
        results.append(task.result())
        on_result(results[-1])
    return results
