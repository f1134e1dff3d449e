"""`on_result` gets the tasks that are done, in place of their results.

The moments are right. But a task is not what the job gave: it is the thing that holds it. Ask it
for the result before you hand anything on; that is also where an error of the job comes out.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    pending = {asyncio.create_task(job) for job in jobs}
    results = []
    while pending:
        done, pending = await asyncio.wait(
            pending, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            on_result(task)
            results.append(task)
    return results
