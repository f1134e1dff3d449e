"""The error that came out was the first in the list, not the first in time.

Once all jobs are over, their outcomes stand in the order of the jobs, and nothing tells any longer
who failed first. A job further ahead that failed later, in its clean-up, got in front of the one
that was the reason. Keep the first error the moment it happens.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        return list(await asyncio.gather(*map(asyncio.shield, tasks)))
    except Exception:
        for task in tasks:
            task.cancel()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(outcome, Exception):
                raise outcome from None
        raise
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
