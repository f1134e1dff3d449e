"""Of the jobs that finish at the same instant, only one is reported.

With FIRST_COMPLETED `wait` returns as soon as there is something to do. By then `done` may hold two
tasks or ten. You take one, and the others are in neither set of the next round: they are lost.
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
    try:
        while pending:
            done, pending = await asyncio.wait(
                pending, return_when=asyncio.FIRST_COMPLETED
            )
            result = done.pop().result()
            on_result(result)
            results.append(result)
    finally:
        for task in pending:
            task.cancel()
    return results
