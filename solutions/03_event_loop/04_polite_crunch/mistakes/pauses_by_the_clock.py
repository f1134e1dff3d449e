"""You pause when some milliseconds have passed, and nobody asked for that.

It is what many real programs do, and it is a good way where time is what counts. Here the task
counts numbers: between two pauses of yours there may be any number of them.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    loop = asyncio.get_running_loop()
    weight = 0
    last = loop.time()
    for number in numbers:
        weight += weigh(number)
        if loop.time() - last >= 0.005:
            await asyncio.sleep(0)
            last = loop.time()
    return weight
