"""A task for each step, awaited before the next one is made."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for step in steps:
        task = asyncio.create_task(step())
        results.append(await task)
    return results
