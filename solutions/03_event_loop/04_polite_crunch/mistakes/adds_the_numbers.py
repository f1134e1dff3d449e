"""You add the numbers, and not what they weigh.

The pauses are right. But what a number weighs is for weigh to say.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    result = 0
    for count, number in enumerate(numbers, start=1):
        result += number
        if count % every == 0:
            await asyncio.sleep(0)
    return result
