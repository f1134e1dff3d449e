"""Every job reports to a queue; it is read until one report is an error."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    reports: asyncio.Queue[tuple[int, T | None, Exception | None]] = (
        asyncio.Queue()
    )

    async def reporting(place: int, job: Coroutine[Any, Any, T]) -> None:
        try:
            reports.put_nowait((place, await job, None))
        except Exception as error:
            reports.put_nowait((place, None, error))

    tasks = [
        asyncio.create_task(reporting(place, job))
        for place, job in enumerate(jobs)
    ]
    values: dict[int, Any] = {}
    try:
        for _ in tasks:
            place, value, error = await reports.get()
            if error is not None:
                raise error
            values[place] = value
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return [values[place] for place in range(len(tasks))]
