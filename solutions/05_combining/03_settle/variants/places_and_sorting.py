"""`as_completed` over labelled outcomes, sorted by place."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    async def settled(
        place: int, job: Coroutine[Any, Any, T]
    ) -> tuple[int, Any]:
        try:
            return place, ("ok", await job)
        except BaseException as error:
            return place, ("error", error)

    tasks = [
        asyncio.create_task(settled(place, job))
        for place, job in enumerate(jobs)
    ]
    try:
        pairs = [await landed for landed in asyncio.as_completed(tasks)]
    finally:
        for task in tasks:
            task.cancel()
    return [outcome for _, outcome in sorted(pairs, key=lambda pair: pair[0])]
