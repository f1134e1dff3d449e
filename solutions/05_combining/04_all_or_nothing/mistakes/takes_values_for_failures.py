"""A job returned an exception object, and you took it for a failure.

`return_exceptions` puts errors among the values, and there a raised one and a returned one look
alike. A value may be anything, also the record of what went wrong last night. Whether a job failed
is something that its task knows.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        for ended in asyncio.as_completed(tasks):
            (outcome,) = await asyncio.gather(ended, return_exceptions=True)
            if isinstance(outcome, Exception):
                raise outcome
        return [task.result() for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
