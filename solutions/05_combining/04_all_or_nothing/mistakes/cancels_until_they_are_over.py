"""The jobs were cancelled again and again until they were over, and no clean-up could end.

A cancel that seems to do nothing tempts you to send another one. The job had heard the first, and
was busy with undoing what it had begun; the next one struck right there and cut it short. Cancel
each job once, and then wait.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        for ended in asyncio.as_completed(tasks):
            await ended
        return [task.result() for task in tasks]
    finally:
        pending = {task for task in tasks if not task.done()}
        while pending:
            for task in pending:
                task.cancel()
            _, pending = await asyncio.wait(pending, timeout=0.1)
        await asyncio.gather(*tasks, return_exceptions=True)
