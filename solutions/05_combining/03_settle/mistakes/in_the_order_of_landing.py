"""The pairs stand in the order in which the jobs ended.

Each job writes down its outcome when it is done, so the quick ones come first. The report should
follow the order of the jobs: give each of them its own place.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, Literal, TypeVar

T = TypeVar("T")


async def settle(
    jobs: Sequence[Coroutine[Any, Any, T]],
) -> list[tuple[Literal["ok"], T] | tuple[Literal["error"], BaseException]]:
    outcomes: list[Any] = []

    async def settled(job: Coroutine[Any, Any, T]) -> None:
        try:
            outcomes.append(("ok", await job))
        except BaseException as error:
            outcomes.append(("error", error))

    await asyncio.gather(*(settled(job) for job in jobs))
    return outcomes
