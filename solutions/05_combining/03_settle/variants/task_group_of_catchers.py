"""A `TaskGroup` whose tasks catch everything themselves."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    outcomes: list[Any] = [None] * len(jobs)

    async def settled(place: int, job: Coroutine[Any, Any, T]) -> None:
        try:
            outcomes[place] = ("ok", await job)
        except BaseException as error:
            outcomes[place] = ("error", error)

    async with asyncio.TaskGroup() as group:
        for place, job in enumerate(jobs):
            group.create_task(settled(place, job))
    return outcomes
