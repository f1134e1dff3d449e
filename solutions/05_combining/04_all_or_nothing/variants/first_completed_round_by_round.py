"""FIRST_COMPLETED again and again, until nobody is left or one has failed."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    places = {
        asyncio.create_task(job): place for place, job in enumerate(jobs)
    }
    values: list[Any] = [None] * len(places)
    pending = set(places)
    try:
        while pending:
            done, pending = await asyncio.wait(
                pending, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                values[places[task]] = task.result()
    except BaseException:
        for task in pending:
            task.cancel()
        await asyncio.gather(*places, return_exceptions=True)
        raise
    return values
