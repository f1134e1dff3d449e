"""You sleep a little, look at what is done, report that, and sleep again.

A job that ends while you sleep has to wait until you wake up: its report comes late, its error too,
and you return later than the slowest job ends. The loop can wake you at the moment when something
is done; then there is no need to look.
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
    try:
        while tasks:
            for task in [task for task in tasks if task.done()]:
                tasks.remove(task)
                on_result(task.result())
                results.append(task.result())
            if tasks:
                await asyncio.sleep(0.1)
    finally:
        for task in tasks:
            task.cancel()
    return results
