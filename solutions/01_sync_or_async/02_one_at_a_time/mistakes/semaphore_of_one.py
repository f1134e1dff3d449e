"""You start a task for every step and let one run at a time; after a failure the next one goes on.

As long as all goes well, that is one after another. But the tasks know nothing of each other's
errors: when a step fails, the next in line gets its place and begins.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    turn = asyncio.Semaphore(1)

    async def one(step: Callable[[], Awaitable[T]]) -> T:
        async with turn:
            return await step()

    return await asyncio.gather(*(one(step) for step in steps))
