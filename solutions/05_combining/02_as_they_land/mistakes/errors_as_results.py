"""The error of a job is reported as if it were a result.

An exception that is handed on as a value looks like an offer. Nobody raises it any more, so the
other jobs go on, and the list looks complete.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results: list[Any] = []

    async def report(job: Coroutine[Any, Any, T]) -> None:
        try:
            result: Any = await job
        except Exception as error:
            result = error
        on_result(result)
        results.append(result)

    await asyncio.gather(*(report(job) for job in jobs))
    return results
