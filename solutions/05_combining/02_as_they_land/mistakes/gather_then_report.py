"""All results are reported at the end, when the slowest job is done.

`gather` is silent until it has everything, and then gives the results in the order of the jobs.
What was ready after one second had to wait for the last one. Act on each result while the others
still run.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results = await asyncio.gather(*jobs)
    for result in results:
        on_result(result)
    return results
