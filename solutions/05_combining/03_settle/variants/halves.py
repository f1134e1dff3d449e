"""Recursion: one half of the jobs beside the other, down to a single one."""

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
        except (Exception, asyncio.CancelledError) as error:
            return "error", error

    if len(jobs) < 2:
        return [await settled(job) for job in jobs]
    half = len(jobs) // 2
    first, second = await asyncio.gather(
        settle(jobs[:half]), settle(jobs[half:])
    )
    return first + second
