"""The jobs run together, and you wait for the tasks in the order in which you made them.

The group takes care of an error in time. But while you wait for the first task, nobody looks at the
others: a quick job behind a slow one is done and not reported until it is its turn. Wait for
whichever is done next, or let each one report by itself.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    results = []
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job) for job in jobs]
        for task in tasks:
            result = await task
            on_result(result)
            results.append(result)
    return results
