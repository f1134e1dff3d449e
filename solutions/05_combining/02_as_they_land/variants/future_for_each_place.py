"""A future for each place in the list; whoever lands fills the next one."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    loop = asyncio.get_running_loop()
    places: list[asyncio.Future[T]] = [loop.create_future() for _ in jobs]
    free = iter(places)

    def land(task: asyncio.Task[T]) -> None:
        place = next(free)
        if task.cancelled():
            place.cancel()
        elif error := task.exception():
            place.set_exception(error)
        else:
            place.set_result(task.result())

    tasks = [asyncio.create_task(job) for job in jobs]
    for task in tasks:
        task.add_done_callback(land)
    results = []
    try:
        for place in places:
            results.append(await place)
            on_result(results[-1])
    finally:
        for task in tasks:
            task.cancel()
    return results
