"""You count one number too many: each pause comes after every + 1 calls of weigh.

The counter says how many there were before this one, and so the pause is one late. With every = 1
only every second number is followed by a turn of the others.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = since = 0
    for number in numbers:
        weight += weigh(number)
        if since == every:
            await asyncio.sleep(0)
            since = 0
        else:
            since += 1
    return weight
