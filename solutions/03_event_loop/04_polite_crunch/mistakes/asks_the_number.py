"""You look at the number itself, not at how many there were.

In the example the numbers are 1, 2, 3, so that each tells its place, too. Others come in any order,
and many of them may pass before one can be divided by every.
Count them.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for number in numbers:
        weight += weigh(number)
        if number % every == 0:
            await asyncio.sleep(0)
    return weight
