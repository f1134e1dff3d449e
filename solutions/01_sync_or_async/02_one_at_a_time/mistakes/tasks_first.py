"""You make a task of every step before you wait for the first one, so they all run at once.

The results are asked for one after another, and that looks like an order.
But a task runs by itself from its first chance on: while you wait for the first step, the last
one is busy too.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def in_order(steps: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    tasks = [asyncio.create_task(step()) for step in steps]
    return [await task for task in tasks]
