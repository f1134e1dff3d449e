"""You cut the numbers into as many slices as every says, and each slice is too long.

every is how many numbers may lie between two pauses, not how many pauses there are. With a hundred
thousand numbers and every = 100 others would have to wait for a thousand of them, and with fewer
numbers than every the slices have no length at all.
"""

import asyncio
from collections.abc import Callable, Sequence


async def total(
    numbers: Sequence[int], weigh: Callable[[int], int], every: int
) -> int:
    size = len(numbers) // every
    weight = 0
    for start in range(0, len(numbers), size):
        weight += sum(
            weigh(number) for number in numbers[start : start + size]
        )
        await asyncio.sleep(0)
    return weight
