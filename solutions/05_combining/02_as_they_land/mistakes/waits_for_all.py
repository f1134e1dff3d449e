"""`asyncio.wait` comes back when all jobs are done, and only then is anything reported.

Unless you say otherwise, `wait` waits for everything. Besides, what it gives back is a set, in no
order at all, so nobody knows any more who was first.
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
    done, _ = await asyncio.wait([asyncio.create_task(job) for job in jobs])
    results = [task.result() for task in done]
    for result in results:
        on_result(result)
    return results
