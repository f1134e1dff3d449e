"""The jobs run together, and you wait for them in the order of the list.

While you wait for the first task, nobody looks at the others. A quick job behind a slow one is done
and not reported until it is its turn. Wait for whichever is done next.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    results = []
    for task in tasks:
        result = await task
        on_result(result)
        results.append(result)
    return results
