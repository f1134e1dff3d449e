"""You put the pause into a task and go on without waiting for it.

The task does pause, later and by itself. You do not: to start a task is no wait, and the next
number follows at once.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for count, number in enumerate(numbers, start=1):
        weight += weigh(number)
        if count % every == 0:
            asyncio.create_task(asyncio.sleep(0))
    return weight
