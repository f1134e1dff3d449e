"""Jobs fill one list and set an event; the reader takes the newest first."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    board: list[T] = []
    errors: list[Exception] = []
    bell = asyncio.Event()

    async def run(job: Coroutine[Any, Any, T]) -> None:
        try:
            board.append(await job)
        except Exception as error:
            errors.append(error)
        bell.set()

    tasks = [asyncio.create_task(run(job)) for job in jobs]
    results: list[T] = []
    try:
        while len(results) < len(tasks):
            await bell.wait()
            bell.clear()
            while board:
                results.append(board.pop())
                on_result(results[-1])
            if errors:
                raise ExceptionGroup("some jobs have failed", errors)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return results
