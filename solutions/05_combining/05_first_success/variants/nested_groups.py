"""A group in a group: each error is told with the place of its op."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
Op = Callable[[], Coroutine[Any, Any, T]]


async def first_success(ops: Sequence[Op[T]]) -> T:
    if not ops:
        raise ValueError("there is nobody to ask")

    tasks = [asyncio.create_task(op()) for op in ops]
    places = {task: place for place, task in enumerate(tasks)}
    told: list[ExceptionGroup[Exception]] = []
    pending = set(tasks)
    try:
        while pending:
            done, pending = await asyncio.wait(
                pending, return_when="FIRST_COMPLETED"
            )
            for task in sorted(done, key=places.get):
                try:
                    return task.result()
                except Exception as error:
                    told.append(
                        ExceptionGroup(f"op {places[task]} failed", [error])
                    )
        raise ExceptionGroup("nobody succeeded", told)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
