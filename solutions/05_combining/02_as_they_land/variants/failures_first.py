"""Each round looks for errors first, then calls itself for the rest."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def landing(
    running: set[asyncio.Future[T]], on_result: Callable[[T], None]
) -> list[T]:
    if not running:
        return []
    done, running = await asyncio.wait(
        running, return_when=asyncio.FIRST_COMPLETED
    )
    if errors := [error for task in done if (error := task.exception())]:
        for task in running:
            task.cancel()
        raise errors[0]
    results = [task.result() for task in done]
    for result in results:
        on_result(result)
    return results + await landing(running, on_result)


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    return await landing(
        {asyncio.ensure_future(job) for job in jobs}, on_result
    )
