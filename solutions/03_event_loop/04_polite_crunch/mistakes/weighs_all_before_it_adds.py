"""You weigh all numbers in one go, and then pause politely while you add.

To add is quick. What takes its time is to weigh, and the list is complete before the first pause.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weights = [weigh(number) for number in numbers]
    weight = 0
    for count, one in enumerate(weights, start=1):
        weight += one
        if count % every == 0:
            await asyncio.sleep(0)
    return weight
