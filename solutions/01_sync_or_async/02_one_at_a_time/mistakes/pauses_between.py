"""You sleep after every step, so everything takes longer than the steps do.

A pause seems to be kind to others. But await has already let them run, all the time that a step
was waiting. Nobody asked for more, and the pauses add up.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    results = []
    for step in steps:
        results.append(await step())
        await asyncio.sleep(0.1)
    return results
