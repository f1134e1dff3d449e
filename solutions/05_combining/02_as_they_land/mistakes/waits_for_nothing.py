"""Without any jobs, `asyncio.wait` is asked to wait for nothing, and refuses.

The loop waits first, and checks afterwards whether anything is left. For an empty list, `wait`
raises ValueError. Check first.
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
        while True:
            done, pending = await asyncio.wait(
                pending, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                on_result(task.result())
                results.append(task.result())
            if not pending:
                return results
    finally:
        for task in pending:
            task.cancel()
