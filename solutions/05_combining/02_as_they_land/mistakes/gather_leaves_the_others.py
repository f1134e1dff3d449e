"""When a job fails, `gather` hands you its error, and the others go on running and reporting.

Each job reports in time, and the first error comes out at once. But `gather` cancels nobody: what
is left runs on beside your caller, who has been told that it is over, and calls `on_result` again.
Cancel the others before you leave, or use something that does.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results: list[T] = []

    async def report(job: Coroutine[Any, Any, T]) -> None:
        result = await job
        on_result(result)
        results.append(result)

    await asyncio.gather(*(report(job) for job in jobs))
    return results
