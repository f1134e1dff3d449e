"""When a job fails, its error comes out, and the others go on running.

`as_completed` raises the error where you await, and you are out of the function. But nobody told
the other jobs: they still run, for a caller who has gone. Keep your tasks, and cancel what is left
when you leave.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results = []
    for job in asyncio.as_completed(jobs):
        result = await job
        on_result(result)
        results.append(result)
    return results
