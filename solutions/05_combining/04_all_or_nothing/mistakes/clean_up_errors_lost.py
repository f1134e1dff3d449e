"""An error of a clean-up was left in its task, and asyncio logged it.

`asyncio.wait` waits for tasks and looks at none of them. A task that ends with an error nobody has
asked for reports "Task exception was never retrieved" when it is thrown away. You may drop that
error, but then look at it first: ask each task that was not cancelled for its exception.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    if not jobs:
        return []
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        done, _ = await asyncio.wait(
            tasks, return_when=asyncio.FIRST_EXCEPTION
        )
    finally:
        pending = [task for task in tasks if not task.done()]
        for task in pending:
            task.cancel()
        if pending:
            await asyncio.wait(pending)
    for task in done:
        task.result()
    return [task.result() for task in tasks]
