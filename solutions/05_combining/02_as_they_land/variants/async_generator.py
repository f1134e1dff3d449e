"""An async generator hands out the results; a loop reports them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import aclosing
from typing import Any, TypeVar

T = TypeVar("T")


async def in_finish_order(
    jobs: Sequence[Coroutine[Any, Any, T]], on_result: Callable[[T], None]
) -> list[T]:
    async def landing() -> AsyncIterator[T]:
        pending = {asyncio.create_task(job) for job in jobs}
        try:
            while pending:
                done, pending = await asyncio.wait(
                    pending, return_when=asyncio.FIRST_COMPLETED
                )
                for task in done:
                    yield task.result()
        finally:
            for task in pending:
                task.cancel()

    results = []
    async with aclosing(landing()) as source:
        async for result in source:
            on_result(result)
            results.append(result)
    return results
