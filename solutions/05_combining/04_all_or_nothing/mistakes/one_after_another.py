"""Each job began when the one before it was over.

`await job` in a loop runs this job and nothing else. The times add up, and the jobs behind one that
fails are never begun at all: their coroutine objects are thrown away. Make a task of each job
first, so that all of them run, and wait afterwards.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    return [await job for job in jobs]
