"""You weigh whole slices only, and the numbers after the last one are left out.

It fits as long as the numbers can be divided by every. What is left over is a slice as well, only a
short one.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    weight = 0
    for piece in range(len(numbers) // every):
        weight += sum(
            weigh(number)
            for number in numbers[piece * every : (piece + 1) * every]
        )
        await asyncio.sleep(0)
    return weight
