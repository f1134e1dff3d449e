"""What is reported are coroutine objects, before any job is done.

The loop over `as_completed` is an ordinary one and does not wait. It hands out awaitables, one for
each job; the next result is there only when you await one of them.
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
        on_result(job)
        results.append(job)
    return results
