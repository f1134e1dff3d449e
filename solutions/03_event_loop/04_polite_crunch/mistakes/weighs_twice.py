"""You call weigh twice for each number, once to look and once to add.

Each call counts, and each takes its time: between two pauses there are twice as many as you think.
Keep the weight in a variable.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for count, number in enumerate(numbers, start=1):
        if weigh(number) > 0:
            weight += weigh(number)
        if count % every == 0:
            await asyncio.sleep(0)
    return weight
