"""An error came out that only looks like the one the job had raised.

It is of the same kind and has the same words. But it is a new object: what the job had noted in its
error, the place where it happened and its cause are gone. A task hands out the error itself.
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
    except Exception as error:
        raise type(error)(str(error)) from None
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
