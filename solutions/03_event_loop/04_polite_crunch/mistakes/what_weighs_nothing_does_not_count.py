"""You count only the numbers that weigh something.

The sum is right, and where each number weighs something the pauses are, too. But to find out that a
number weighs nothing takes a call of weigh like any other, and the others wait for it.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = count = 0
    for number in numbers:
        if one := weigh(number):
            weight += one
            count += 1
            if count % every == 0:
                await asyncio.sleep(0)
    return weight
