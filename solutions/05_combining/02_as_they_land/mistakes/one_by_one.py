"""Each job begins when the one before it is done.

`await job` in the loop runs that job and nothing else. The times add up, and the jobs finish in the
order of the list, because no other order is possible. Start all of them first.
"""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results = []
    for job in jobs:
        result = await job
        on_result(result)
        results.append(result)
    return results
