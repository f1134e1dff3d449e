"""When you were cancelled yourself, your jobs went on without you.

The clean-up stands in an `except Exception`, and CancelledError is no Exception: it comes out
without that clean-up. `asyncio.wait` does not pass a cancel on to the tasks it waits for. What has
to happen on every way out belongs where every way out passes.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        if tasks:
            done, _ = await asyncio.wait(
                tasks, return_when=asyncio.FIRST_EXCEPTION
            )
            for task in done:
                task.result()
        return [task.result() for task in tasks]
    except Exception:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
