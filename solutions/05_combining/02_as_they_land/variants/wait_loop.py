"""`asyncio.wait` in a loop, where each round handles all that is done."""

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
            for task in done:
                result = task.result()
                on_result(result)
                results.append(result)
    finally:
        for task in pending:
            task.cancel()
    return results
