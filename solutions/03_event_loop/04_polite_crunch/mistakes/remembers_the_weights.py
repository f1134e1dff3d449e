"""You weigh equal numbers only once, and remember what they weigh.

The sum comes out right, but weigh was to be called for each number. It may do more than to give a
weight, or give another one the next time: that is for your caller to know.
"""

import asyncio
import functools
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    cached = functools.cache(weigh)
    weight = 0
    for count, number in enumerate(numbers, start=1):
        weight += cached(number)
        if count % every == 0:
            await asyncio.sleep(0)
    return weight
