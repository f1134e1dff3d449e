"""`gather` keeps the error for you until all other jobs are done.

With return_exceptions=True it waits for everybody and gives errors back like results. So the others
run to their end and are reported, although the call has failed already, and your caller learns of
it too late.
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

    ends = await asyncio.gather(
        *(report(job) for job in jobs), return_exceptions=True
    )
    for end in ends:
        if isinstance(end, Exception):
            raise end
    return results
