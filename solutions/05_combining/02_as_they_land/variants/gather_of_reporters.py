"""`gather` over coroutines that report; the others are cancelled by hand."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results: list[T] = []

    async def report(job: Coroutine[Any, Any, T]) -> None:
        results.append(await job)
        on_result(results[-1])

    reporters = [asyncio.ensure_future(report(job)) for job in jobs]
    try:
        await asyncio.gather(*reporters)
    except BaseException:
        for reporter in reporters:
            reporter.cancel()
        raise
    return results
