"""An error is kept until all other jobs are done, and only then comes out.

The others run to their end and are reported, although the call has failed already. The caller
learns of it seconds too late. The error should come out at the moment when the job fails, and stop
the rest.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results: list[T] = []
    errors: list[Exception] = []

    async def report(job: Coroutine[Any, Any, T]) -> None:
        try:
            result = await job
        except Exception as error:
            errors.append(error)
            return
        on_result(result)
        results.append(result)

    await asyncio.gather(*(report(job) for job in jobs))
    if errors:
        raise errors[0]
    return results
