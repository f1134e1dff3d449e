"""You were cancelled, and returned a list as if nothing had happened.

Catching CancelledError to clean up is right; not raising it again is not. Whoever cancelled you
waits for it to come out, and got a list without values instead.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(job) for job in jobs]
    except BaseExceptionGroup as failed:
        raise failed.exceptions[0] from None
    except asyncio.CancelledError:
        return []
    return [task.result() for task in tasks]
