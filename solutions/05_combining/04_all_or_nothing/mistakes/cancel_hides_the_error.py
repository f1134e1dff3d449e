"""The jobs were cancelled, and then CancelledError came out instead of the error.

Waiting for a task that was cancelled raises CancelledError where you wait. It came out of the very
line that should only have waited for the clean-ups, and took the place of the error; the slower
clean-ups were not waited for either. Wait in a way that only waits, and does not pass on what it
finds.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        return list(await asyncio.gather(*tasks))
    except BaseException:
        pending = [task for task in tasks if not task.done()]
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending)
        raise
