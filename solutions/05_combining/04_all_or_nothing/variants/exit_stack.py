"""An AsyncExitStack holds the clean-up: cancel all, then wait for all."""

import asyncio
import contextlib
from collections.abc import Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def all_or_nothing(jobs: Sequence[Coroutine[Any, Any, T]]) -> list[T]:
    tasks: list[asyncio.Task[T]] = []

    async def stop() -> None:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(stop)
        tasks += [asyncio.create_task(job) for job in jobs]
        return list(await asyncio.gather(*map(asyncio.shield, tasks)))
