"""You take the numbers out of the list, and your caller finds it empty.

The sum is right. But the list is not yours, and a tuple would have no pop at all.
Read the numbers, and leave them where they are.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = count = 0
    while numbers:
        weight += weigh(numbers.pop())
        count += 1
        if count % every == 0:
            await asyncio.sleep(0)
    return weight
