"""You sleep for a moment at each pause, and so time passes.

The others do get their turns. But nobody asked you to wait: with a hundred thousand numbers the
moments become minutes in which the loop has nothing to do.
There is a pause that takes no time.
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
            await asyncio.sleep(0.001)
    return weight
