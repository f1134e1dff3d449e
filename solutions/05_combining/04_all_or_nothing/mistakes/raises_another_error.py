"""Another error came out than the one the job had raised.

A new error with the old one as its cause reads well in a log. But your caller catches the error of
its own job, by its type, and that one never came. It was asked for as it is.
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
        raise RuntimeError("a job failed") from error
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
