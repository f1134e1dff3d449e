"""A coroutine around each job, which lets a cancel from outside go through."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    async def settled(job: Coroutine[Any, Any, T]) -> Any:
        try:
            return "ok", await job
        except asyncio.CancelledError as error:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise
            return "error", error
        except Exception as error:
            return "error", error

    return await asyncio.gather(*map(settled, jobs))
