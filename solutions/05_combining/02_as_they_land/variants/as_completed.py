"""`as_completed`, and a `finally` that cancels what is left."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    tasks = [asyncio.ensure_future(job) for job in jobs]
    results = []
    try:
        for landed in asyncio.as_completed(tasks):
            results.append(await landed)
            on_result(results[-1])
    finally:
        for task in tasks:
            task.cancel()
    return results
