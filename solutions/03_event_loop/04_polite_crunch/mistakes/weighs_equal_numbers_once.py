"""You weigh equal numbers only once.

A set drops what occurs again, and the sum comes out too small. The second seven weighs as much as
the first one.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for count, number in enumerate(set(numbers), start=1):
        weight += weigh(number)
        if count % every == 0:
            await asyncio.sleep(0)
    return weight
