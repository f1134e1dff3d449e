"""You look from time to time at what is done, and report that.

A job that ends between two looks has to wait for the next one. `wait` can wake you by itself at the
moment when the next job is done; then you need no time limit.
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
            done, pending = await asyncio.wait(pending, timeout=0.5)
            for task in done:
                on_result(task.result())
                results.append(task.result())
    finally:
        for task in pending:
            task.cancel()
    return results
