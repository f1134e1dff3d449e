"""asyncio.wait for one task at a time, whose result is then asked for."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for step in steps:
        done, _ = await asyncio.wait({asyncio.ensure_future(step())})
        results.extend(task.result() for task in done)
    return results
