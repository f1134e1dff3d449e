"""The jobs were stopped one after another: each cancel waited for the clean-up before it.

Cancelling a task and waiting for it, and only then going on to the next, adds the clean-ups up. In
the meantime the later jobs go on booking as if nothing had happened. Cancel all of them first, then
wait for all of them.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        return list(await asyncio.gather(*map(asyncio.shield, tasks)))
    finally:
        for task in tasks:
            task.cancel()
            await asyncio.wait([task])
            if not task.cancelled():
                task.exception()
